import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  etagOf,
  specInputOf,
  type ComputeCluster,
  type ParsedCreateClusterRequest,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../api/ComputeClustersApi';
import { queryKeys } from '../../api/queryKeys';

/** Saves another specification, unless somebody else did since the cluster was read: that gives 412. */
export function useConfigureCluster(cluster: ComputeCluster) {
  const api = useApi(computeClustersApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ description, spec }: ParsedCreateClusterRequest) =>
      api.configureCluster(
        cluster.id,
        { description, spec: specInputOf(spec) },
        { ifMatch: etagOf(cluster.generation) },
      ),
    // The request may hold secret values: nothing remembers it.
    gcTime: 0,
    onSuccess: changed =>
      queryClient.setQueryData(queryKeys.cluster(changed), changed),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.lists }),
        queryClient.invalidateQueries({ queryKey: queryKeys.cluster(cluster) }),
        queryClient.invalidateQueries({
          queryKey: queryKeys.activity(cluster.id),
        }),
        queryClient.invalidateQueries({
          queryKey: queryKeys.insides(cluster.id),
        }),
      ]),
  });
}
