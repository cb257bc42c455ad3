import { Knex } from 'knex';
import { RunFacts } from '../records';

/** Adds to a run what became known of it. What is stored of its beginning and its end stays. */
export async function saveRunFacts(options: {
  tx: Knex.Transaction;
  clusterId: string;
  facts: RunFacts;
}): Promise<void> {
  const { tx, clusterId, facts } = options;
  const { sequence, readyAt, exitCode, end } = facts;
  const run = () => tx('runs').where({ cluster_id: clusterId, sequence });
  if (readyAt) {
    await run().whereNull('ready_at').update({ ready_at: readyAt });
  }
  if (exitCode !== undefined) {
    await run().update({ exit_code: exitCode });
  }
  if (end) {
    await run()
      .whereNull('ended_at')
      .update({ ended_at: end.at, end_reason: end.reason });
  }
}
