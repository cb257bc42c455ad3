import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListClustersQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
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
