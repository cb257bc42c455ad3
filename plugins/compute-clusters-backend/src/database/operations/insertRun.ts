import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { RunRecord } from '../records';

/** Inserts a run that begins now. */
export async function insertRun(options: {
  tx: Knex.Transaction;
  run: Omit<RunRecord, 'id' | 'endedAt' | 'endReason'>;
}): Promise<void> {
  const { tx, run } = options;
  await tx('runs').insert({
    id: randomUUID(),
    cluster_id: run.clusterId,
    sequence: run.sequence,
    generation: run.generation,
    spec: JSON.stringify(run.spec),
    requested_by: run.requestedBy,
    started_at: run.startedAt,
  });
}
