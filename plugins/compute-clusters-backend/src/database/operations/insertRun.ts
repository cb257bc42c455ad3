import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { RunRecord } from '../records';

/**
 * Inserts a run that begins now.
 *
 * @returns the run as it is stored
 */
export async function insertRun(options: {
  tx: Knex.Transaction;
  run: Omit<
    RunRecord,
    'id' | 'readyAt' | 'endedAt' | 'endReason' | 'exitCode' | 'failure'
  >;
}): Promise<RunRecord> {
  const { tx, run } = options;
  const id = randomUUID();
  await tx('runs').insert({
    id,
    cluster_id: run.clusterId,
    sequence: run.sequence,
    generation: run.generation,
    spec: JSON.stringify(run.spec),
    requested_by: run.requestedBy,
    started_at: run.startedAt,
  });
  return {
    ...run,
    id,
    readyAt: null,
    endedAt: null,
    endReason: null,
    exitCode: null,
    failure: null,
  };
}
