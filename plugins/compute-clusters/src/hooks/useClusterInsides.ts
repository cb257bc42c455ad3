import { useApi } from '@backstage/core-plugin-api';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type {
  ComputeCluster,
  ListEventsQuery,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import { queryKeys } from '../api/queryKeys';

/** Kubernetes tells of its doings without our signals: what shows them is read again so often, in milliseconds. */
const REFRESH_MS = 10_000;

/** What signals and commands make stale is not read again by itself when a tab is opened once more, in milliseconds. */
const KEPT_MS = 30_000;

/** The chart of executors moves on by a minute, in milliseconds. */
const MINUTE_MS = 60_000;

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
    staleTime: REFRESH_MS,
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
    staleTime: KEPT_MS,
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
    staleTime: KEPT_MS,
  });
}

/** Driver and executors, ended ones whose logs are kept included. */
export function usePods(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'pods'),
    queryFn: ({ signal }) => api.listPods(id, { signal }),
    staleTime: KEPT_MS,
    refetchInterval: REFRESH_MS,
  });
}

/** The effective Spark properties and variables. */
export function useConfiguration(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'configuration'),
    queryFn: ({ signal }) => api.getConfiguration(id, { signal }),
    staleTime: KEPT_MS,
  });
}

/** Where clients connect. */
export function useConnections(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'connections'),
    queryFn: ({ signal }) => api.getConnections(id, { signal }),
    staleTime: KEPT_MS,
  });
}

/** Hours and cost of the last 30 days. */
export function useClusterUsage(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'usage'),
    queryFn: ({ signal }) => api.getClusterUsage(id, {}, { signal }),
    staleTime: KEPT_MS,
  });
}

/** What the next start changes; nothing is asked for a cluster that runs with what is saved. */
export function useChanges({
  id,
  generation,
  restartRequired,
}: ComputeCluster) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'changes', { generation }),
    queryFn: ({ signal }) => api.getChanges(id, { signal }),
    staleTime: KEPT_MS,
    enabled: restartRequired,
  });
}

/** How many executors ran in the last hour. */
export function useExecutorHistory(id: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.inside(id, 'executor-history'),
    queryFn: ({ signal }) => api.getExecutorHistory(id, { signal }),
    staleTime: KEPT_MS,
    refetchInterval: MINUTE_MS,
  });
}
