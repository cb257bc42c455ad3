import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type {
  ClusterState,
  ComputeCluster,
  ListClustersQuery,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import { queryKeys } from '../api/queryKeys';
import { isChanging } from './clusterState';
import { usePolling } from './useClusterSignals';

/** One page of compute clusters; the last one stays on the screen until the next is there. */
export function useClusters(
  query: ListClustersQuery,
  options: { enabled?: boolean } = {},
) {
  const api = useApi(computeClustersApiRef);
  const polling = usePolling();
  return useQuery({
    queryKey: queryKeys.list(query),
    queryFn: ({ signal }) => api.listClusters(query, { signal }),
    enabled: options.enabled,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      polling(state.data?.items.some(isChanging) ?? false),
  });
}

/** How many clusters there are in each of these states. */
export function useStateCounts(
  query: ListClustersQuery,
  states: readonly ClusterState[],
  enabled: boolean,
) {
  const api = useApi(computeClustersApiRef);
  const polling = usePolling();
  return useQueries({
    queries: states.map(state => {
      const counted = { ...query, state: [state], limit: 1 };
      return {
        queryKey: queryKeys.list(counted),
        queryFn: () => api.listClusters(counted),
        enabled,
        refetchInterval: () => polling(false),
      };
    }),
    combine: results =>
      new Map(
        states.map((state, i) => [state, results[i].data?.totalItems ?? 0]),
      ),
  });
}

/** Counts the states of clusters that are already here. */
export function countStates(
  clusters: readonly ComputeCluster[],
): Map<ClusterState, number> {
  const counts = new Map<ClusterState, number>();
  for (const { status } of clusters) {
    counts.set(status.state, (counts.get(status.state) ?? 0) + 1);
  }
  return counts;
}
