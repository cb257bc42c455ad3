import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type { ClusterLocation } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import { statusOf } from '../api/ComputeClustersQueries';
import { queryKeys } from '../api/queryKeys';
import { isChanging } from './clusterState';
import { usePolling } from './useClusterSignals';

/** One compute cluster by its place. What was read stays when the cluster is gone: `deleted` tells. */
export function useCluster(location: ClusterLocation) {
  const api = useApi(computeClustersApiRef);
  const polling = usePolling();
  const query = useQuery({
    queryKey: queryKeys.cluster(location),
    queryFn: ({ signal }) => api.getClusterByName(location, { signal }),
    refetchInterval: ({ state }) =>
      polling(state.data ? isChanging(state.data) : false),
  });
  return {
    cluster: query.data,
    error: query.error,
    deleted: statusOf(query.error) === 404,
    refetch: query.refetch,
  };
}
