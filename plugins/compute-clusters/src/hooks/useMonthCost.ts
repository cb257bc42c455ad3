import {
  formatMoney,
  type UsageQuery,
  type UsageReport,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useMonthUsage } from './useMonthUsage';

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
  const { data, isPlaceholderData } = useMonthUsage(filter);
  // What was read for others says nothing of these.
  const known = isPlaceholderData ? undefined : data;
  return keys => known && costIn(known, keys);
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
