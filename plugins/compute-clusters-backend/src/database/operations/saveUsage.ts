import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { chunksOf } from '../chunksOf';
import { toUsageIntervalRow } from '../usageRows';
import { HeldLease, UsageChanges } from '../UsageStore';

/** Writes new intervals and new ends in one transaction; what is there already is not written twice. */
export async function saveUsage(
  knex: Knex,
  { opened, ended }: UsageChanges,
  lease: HeldLease,
): Promise<void> {
  await knex.transaction(async tx => {
    await requireLease(tx, lease);
    // First the ends: a pod has one open interval at most.
    for (const { at, ids } of byTime(ended)) {
      for (const chunk of chunksOf(ids)) {
        await tx('usage_intervals')
          .whereIn('id', chunk)
          .update({ ended_at: at });
      }
    }
    for (const chunk of chunksOf(opened)) {
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
function byTime(
  ended: UsageChanges['ended'],
): { at: Date | null; ids: string[] }[] {
  const groups = new Map<number | undefined, string[]>();
  for (const { id, at } of ended) {
    const time = at?.getTime();
    const ids = groups.get(time) ?? [];
    groups.set(time, ids);
    ids.push(id);
  }
  return [...groups].map(([time, ids]) => ({
    at: time === undefined ? null : new Date(time),
    ids,
  }));
}
