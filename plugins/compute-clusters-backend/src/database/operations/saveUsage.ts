import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { chunksOf } from '../chunksOf';
import { toEndColumns, toUsageIntervalRow } from '../usageRows';
import { HeldLease, UsageChanges, UsageEnd } from '../UsageStore';

/** Of one insert; SQLite takes at most 500. */
const MOST_ROWS = 200;

/** Writes new intervals and new ends in one transaction; what is there already is not written twice. */
export async function saveUsage(
  knex: Knex,
  { opened, ended }: UsageChanges,
  lease: HeldLease,
): Promise<void> {
  await knex.transaction(async tx => {
    await requireLease(tx, lease);
    // First the ends: a pod has one open interval at most.
    for (const { ids, columns } of byEnd(ended)) {
      for (const chunk of chunksOf(ids)) {
        await tx('usage_intervals').whereIn('id', chunk).update(columns);
      }
    }
    for (const chunk of chunksOf(opened, MOST_ROWS)) {
      await tx('usage_intervals')
        .insert(chunk.map(toUsageIntervalRow))
        .onConflict()
        .ignore();
    }
  });
}

async function requireLease(
  tx: Knex.Transaction,
  { kubernetesCluster, holder }: HeldLease,
): Promise<void> {
  const held = await tx('kubernetes_clusters')
    .where({ name: kubernetesCluster, lease_holder: holder })
    .first('name');
  if (!held) {
    throw new ConflictError(
      `Another backend meters Kubernetes cluster ${kubernetesCluster}`,
    );
  }
}

/** Executors end together: one statement for each second. */
function byEnd(
  ended: UsageEnd[],
): { ids: string[]; columns: ReturnType<typeof toEndColumns> }[] {
  const groups = new Map<string, ReturnType<typeof byEnd>[number]>();
  for (const { id, startedAt, at } of ended) {
    const columns = toEndColumns(startedAt, at);
    const key = JSON.stringify(columns);
    const group = groups.get(key) ?? { ids: [], columns };
    groups.set(key, group);
    group.ids.push(id);
  }
  return [...groups.values()];
}
