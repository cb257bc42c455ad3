import { useApi } from '@backstage/core-plugin-api';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { ListEventsQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import { queryKeys } from '../api/queryKeys';

/** Kubernetes tells of its doings without our signals: what shows them is read again so often, in milliseconds. */
const REFRESH_MS = 10_000;

/** Kubernetes events, newest first, with the pages that were asked for. */
export function useEvents(id: string, filter: ListEventsQuery) {
  const api = useApi(computeClustersApiRef);
  return useInfiniteQuery({
    queryKey: queryKeys.inside(id, 'events', filter),
    queryFn: ({ pageParam, signal }) =>
      api.listEvents(
        id,
        { ...filter, ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: page => page.pageInfo.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}

/** Activities, newest first, with the pages that were asked for. */
export function useAllActivity(id: string) {
  const api = useApi(computeClustersApiRef);
  return useInfiniteQuery({
    queryKey: [...queryKeys.activity(id), 'all'],
    queryFn: ({ pageParam, signal }) =>
      api.listActivity(
        id,
        { limit: 20, ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: page => page.pageInfo.nextCursor ?? undefined,
  });
}

/** The last 20 runs, the newest first. */
export function useRuns(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'runs'),
    queryFn: ({ signal }) => api.listRuns(id, { limit: 20 }, { signal }),
  });
}

/** Driver and executors, ended ones whose logs are kept included. */
export function usePods(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'pods'),
    queryFn: ({ signal }) => api.listPods(id, { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** The effective Spark properties and variables. */
export function useConfiguration(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'configuration'),
    queryFn: ({ signal }) => api.getConfiguration(id, { signal }),
  });
}

/** Where clients connect. */
export function useConnections(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'connections'),
    queryFn: ({ signal }) => api.getConnections(id, { signal }),
  });
}

/** Hours and cost of the last 30 days. */
export function useClusterUsage(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'usage'),
    queryFn: ({ signal }) => api.getClusterUsage(id, {}, { signal }),
  });
}
