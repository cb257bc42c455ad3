import { Knex } from 'knex';
import { endRun } from './endRun';

/** Turns a cluster into a tombstone: its activity and its runs stay. */
export async function removeCluster(options: {
  knex: Knex;
  id: string;
  now: Date;
}): Promise<void> {
  const { knex, id, now } = options;
  await knex.transaction(async tx => {
    await endRun({ tx, clusterId: id, reason: 'Deleted', now });
    await tx('clusters')
      .where({ id })
      .whereNull('removed_at')
      .update({ removed_at: now });
  });
}
