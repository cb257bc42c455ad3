import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import {
  formatMoney,
  type UsageQuery,
  type UsageReport,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import { queryKeys } from '../api/queryKeys';

/** Cost grows slowly: it is read again after so many milliseconds. */
const REFRESH_MS = 60_000;

/** Tells what some teams or clusters cost this month in UTC; undefined while unknown, and where nothing has a price. */
export type CostOf = (keys: readonly string[]) => string | undefined;

/** What the caller's teams cost since the month began. */
export function useTeamsMonthCost(): CostOf {
  return useMonthCost({ groupBy: 'team' });
}

/** What these clusters cost since the month began: one request for all of them. */
export function useClustersMonthCost(clusterId: string[]): CostOf {
  return useMonthCost({ groupBy: 'cluster', clusterId });
}

function useMonthCost(filter: UsageQuery): CostOf {
  const api = useApi(computeClustersApiRef);
  const query = { ...filter, from: monthStart(new Date()) };
  const { data } = useQuery({
    queryKey: queryKeys.usage(query),
    queryFn: ({ signal }) => api.getUsage(query, { signal }),
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
  return keys => data && costIn(data, keys);
}

/** The first day of a time's month in UTC, as 2026-01-01. */
export function monthStart(now: Date): string {
  return `${now.toISOString().slice(0, 'yyyy-mm'.length)}-01`;
}

function costIn(
  { currency, groups }: UsageReport,
  keys: readonly string[],
): string | undefined {
  if (!currency) return undefined;
  const cost = groups
    .filter(({ key }) => keys.includes(key))
    .reduce((sum, { figures }) => sum + figures.cost, 0);
  return formatMoney(cost, currency);
}
