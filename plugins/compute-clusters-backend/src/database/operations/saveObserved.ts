import { Knex } from 'knex';
import { toObservedColumns } from '../clusterRows';
import { ObservedStatus, RunFacts } from '../records';
import { saveRunFacts } from './saveRunFacts';

/**
 * Stores an observation, and what it tells of runs, if it still is about the cluster's present run and wish.
 *
 * @returns whether it was stored
 */
export async function saveObserved(options: {
  knex: Knex;
  id: string;
  seen: { runSequence: number | null; power: 'on' | 'off' };
  observed: ObservedStatus;
  runs?: RunFacts[];
}): Promise<boolean> {
  const { knex, runs = [] } = options;
  if (runs.length === 0) {
    return await updateCluster(knex, options);
  }
  return await knex.transaction(async tx => {
    const updated = await updateCluster(tx, options);
    if (updated) {
      for (const facts of runs) {
        await saveRunFacts({ tx, clusterId: options.id, facts });
      }
    }
    return updated;
  });
}

async function updateCluster(
  knex: Knex,
  { id, seen, observed }: Omit<Parameters<typeof saveObserved>[0], 'knex'>,
): Promise<boolean> {
  const query = knex('clusters')
    .where({ id, run_sequence: seen.runSequence, power: seen.power })
    .whereNull('removed_at');
  if (observed.state !== 'DELETING') {
    // Seen before the deletion was asked for.
    query.whereNull('deletion_requested_at');
  }
  const updated = await query.update(toObservedColumns(observed));
  return updated > 0;
}
