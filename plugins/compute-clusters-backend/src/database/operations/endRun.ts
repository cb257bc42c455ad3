import { Knex } from 'knex';

/** Ends a cluster's run under way, if any. */
export async function endRun(options: {
  tx: Knex.Transaction;
  clusterId: string;
  reason: string;
  now: Date;
}): Promise<void> {
  const { tx, clusterId, reason, now } = options;
  await tx('runs')
    .where('cluster_id', clusterId)
    .whereNull('ended_at')
    .update({ ended_at: now, end_reason: reason });
}
