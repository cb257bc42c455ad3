import { Knex } from 'knex';
import { ClusterChange } from '../ClusterStore';
import { ObservedStatus, RunFacts } from '../records';
import { insertActivity } from './insertActivity';
import { saveObserved } from './saveObserved';

/**
 * Stores an observation as `saveObserved` does, with an activity row unless the cluster is shown like this already.
 *
 * @returns whether it was stored
 */
export async function saveEvent(options: {
  tx: Knex.Transaction;
  id: string;
  seen: { runSequence: number | null; power: 'on' | 'off' };
  observed: ObservedStatus;
  activity: ClusterChange['activity'];
  runs?: RunFacts[];
  now: Date;
}): Promise<boolean> {
  const { tx, id, seen, observed, runs, activity, now } = options;
  const { state, reason } = observed;
  // The lock keeps two backends from writing it down twice; SQLite has one writer anyway.
  const shown = await tx('clusters').where({ id }).forUpdate().first();
  const saved = await saveObserved({ knex: tx, id, seen, observed, runs });
  if (saved && (shown?.state !== state || shown?.reason !== reason)) {
    await insertActivity(tx, { clusterId: id, at: now, ...activity });
  }
  return saved;
}
