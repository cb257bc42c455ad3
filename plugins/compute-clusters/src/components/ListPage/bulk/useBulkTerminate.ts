import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useQueryClient } from '@tanstack/react-query';
import {
  etagOf,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../../api/ComputeClustersApi';
import { queryKeys } from '../../../api/queryKeys';

/** What became of one cluster. */
export type Result = { cluster: ComputeCluster; error: Error | undefined };

/** Terminates many clusters at once, each by itself: what is refused for one leaves the others alone. */
export function useBulkTerminate() {
  const api = useApi(computeClustersApiRef);
  const queryClient = useQueryClient();
  const [results, setResults] = useState<Result[]>([]);
  const [running, setRunning] = useState(false);

  const terminate = async (cluster: ComputeCluster): Promise<Result> => {
    const { id, generation } = cluster;
    const error = await api
      .terminateCluster(id, { ifMatch: etagOf(generation) })
      .then(changed => {
        queryClient.setQueryData(queryKeys.cluster(changed), changed);
        return undefined;
      }, toError);
    const result = { cluster, error };
    setResults(old => [...old, result]);
    return result;
  };

  const run = async (clusters: readonly ComputeCluster[]) => {
    setRunning(true);
    const all = await Promise.all(clusters.map(terminate));
    await queryClient.invalidateQueries({ queryKey: queryKeys.lists });
    setRunning(false);
    return all;
  };

  return { run, running, results };
}
