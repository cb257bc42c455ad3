import {
  computeClustersUsageReadPermission,
  type ComputeCluster,
  type UsageQuery,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { costOfGroups } from './costOfGroups';
import { useFormats } from './useFormats';
import { useMonthUsage } from './useMonthUsage';
import { usePermissionTo } from './usePermissionTo';

/** A cost in words; null where none is known, undefined while it is on its way. */
export type ShownCost = string | null | undefined;

/** What the list shows of cost. */
export type ListCosts = {
  /** Whether the caller may see costs at all. */
  allowed: boolean;
  /** Of a cluster on the page. */
  of: (clusterId: string) => ShownCost;
  /** Of all clusters that the filter leaves, deleted ones too. */
  total: ShownCost;
};

/**
 * What the clusters of a page cost since the month began, and all that the filter leaves: two requests, however many
 * clusters there are, and none before the page itself is here.
 */
export function useListCosts(
  clusters: readonly ComputeCluster[] | undefined,
  { owners, ...filter }: UsageQuery & { owners: readonly string[] },
): ListCosts {
  const { money } = useFormats();
  const { allowed, loading } = usePermissionTo({
    permission: computeClustersUsageReadPermission,
  });
  const enabled = allowed && clusters !== undefined;
  const clusterId = (clusters ?? []).map(({ id }) => id).sort();
  const each = useMonthUsage(
    { groupBy: 'cluster', clusterId },
    { enabled: enabled && clusterId.length > 0 },
  );
  const all = useMonthUsage({ groupBy: 'team', ...filter }, { enabled });
  return {
    allowed: allowed || loading,
    of: id => {
      if (!each.data) return each.isPending ? undefined : null;
      const group = each.data.groups.find(({ key }) => key === id);
      // What is new on the page is not in the costs of the page before it.
      if (!group && each.isPlaceholderData) return undefined;
      // Where none of the page ever ran, only what there is besides has a currency.
      const currency = each.data.currency ?? all.data?.currency;
      return currency ? money(group?.figures.cost ?? 0, currency) : null;
    },
    total: all.data?.currency
      ? money(
          owners.length > 0
            ? costOfGroups(all.data, owners)
            : all.data.total.cost,
          all.data.currency,
        )
      : null,
  };
}
