import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UsageQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import { queryKeys } from '../api/queryKeys';

/** Cost grows slowly: it is read again after so many milliseconds. */
const REFRESH_MS = 60_000;

/** What was used since the month began in UTC. */
export function useMonthUsage(
  filter: UsageQuery,
  options: { enabled: boolean } = { enabled: true },
) {
  const api = useApi(computeClustersApiRef);
  const query = { ...filter, from: monthStart(new Date()) };
  return useQuery({
    queryKey: queryKeys.usage(query),
    queryFn: ({ signal }) => api.getUsage(query, { signal }),
    enabled: options.enabled,
    placeholderData: keepPreviousData,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
}

/** The first day of a time's month in UTC, as 2026-01-01. */
function monthStart(now: Date): string {
  return `${now.toISOString().slice(0, 'yyyy-mm'.length)}-01`;
}
