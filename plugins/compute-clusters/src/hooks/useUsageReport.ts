import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UsageQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import { queryKeys } from '../api/queryKeys';

/** Cost grows slowly: it is read again after so many milliseconds. */
const REFRESH_MS = 60_000;

/** What was used, as it is asked for; what was shown before stays until it is there. */
export function useUsageReport(
  query: UsageQuery,
  options: { enabled: boolean } = { enabled: true },
) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.usage(query),
    queryFn: ({ signal }) => api.getUsage(query, { signal }),
    enabled: options.enabled,
    placeholderData: keepPreviousData,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
}
