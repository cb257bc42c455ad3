import type { UsageReport } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** What some groups of a report cost together, in minor currency units. */
export function costOfGroups(
  { groups }: UsageReport,
  keys: readonly string[],
): number {
  return groups
    .filter(({ key }) => keys.includes(key))
    .reduce((sum, { figures }) => sum + figures.cost, 0);
}
