import { Knex } from 'knex';
import { toObservedColumns } from '../clusterRows';
import { ObservedStatus } from '../records';

/**
 * Stores an observation if it still is about the cluster's present run and wish.
 *
 * @returns whether it was stored
 */
export async function saveObserved(options: {
  knex: Knex;
  id: string;
  seen: { runSequence: number | null; power: 'on' | 'off' };
  observed: ObservedStatus;
}): Promise<boolean> {
  const { knex, id, seen, observed } = options;
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
