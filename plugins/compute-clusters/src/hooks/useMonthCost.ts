import type { UsageQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { costOfGroups } from './costOfGroups';
import { useFormats } from './useFormats';
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
  const { money } = useFormats();
  const { data, isPlaceholderData } = useMonthUsage(filter);
  // What was read for others says nothing of these.
  const known = isPlaceholderData ? undefined : data;
  return keys =>
    known?.currency
      ? money(costOfGroups(known, keys), known.currency)
      : undefined;
}
