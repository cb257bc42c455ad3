import type { UsageQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { daysOfPeriod } from './usagePeriods';
import { useUsageReport } from './useUsageReport';

/** What was used since the month began in UTC. */
export function useMonthUsage(
  filter: UsageQuery,
  options?: { enabled: boolean },
) {
  const days = daysOfPeriod('this-month', new Date());
  return useUsageReport({ ...filter, ...days }, options);
}
