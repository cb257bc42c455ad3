import { useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  specInputOf,
  type ParsedCreateClusterRequest,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../api/ComputeClustersApi';
import { statusOf } from '../../api/ComputeClustersQueries';
import { queryKeys } from '../../api/queryKeys';

/** Creates a cluster, once: whatever is pressed twice or sent again has the same key. */
export function useCreateCluster() {
  const api = useApi(computeClustersApiRef);
  const queryClient = useQueryClient();
  const keys = useRef<{ request: string; key: string }>();

  const keyOf = (request: ParsedCreateClusterRequest) => {
    const text = JSON.stringify(request);
    if (keys.current?.request !== text) {
      keys.current = { request: text, key: randomKey() };
    }
    return keys.current.key;
  };

  return useMutation({
    mutationFn: (request: ParsedCreateClusterRequest) =>
      api.createCluster(
        { ...request, spec: specInputOf(request.spec) },
        { idempotencyKey: keyOf(request) },
      ),
    // The request may hold secret values: nothing remembers it.
    gcTime: 0,
    onSuccess: cluster => {
      queryClient.setQueryData(queryKeys.cluster(cluster), cluster);
      queryClient.invalidateQueries({ queryKey: queryKeys.lists });
    },
    onError: error => {
      // A refusal is an answer: the same request may fare better later. Without an answer, it may have been done.
      const status = statusOf(error);
      if (status !== undefined && status < 500) keys.current = undefined;
    },
  });
}

// Browsers have randomUUID only on HTTPS and localhost.
function randomKey(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
