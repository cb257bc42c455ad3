import { Knex } from 'knex';
import { UnseenRecord } from '../records';
import { ClusterRow } from '../rows';

/** Stores that a cluster may not be looked at. All else stays as it was last seen, and the next observation ends this. */
export async function saveUnseen(options: {
  knex: Knex;
  id: string;
  unseen: UnseenRecord;
}): Promise<void> {
  const { knex, id, unseen } = options;
  await knex<ClusterRow>('clusters')
    .where({ id })
    .whereNull('removed_at')
    .update({
      state: 'UNKNOWN',
      seen_state: knex.raw(
        `case when state = 'UNKNOWN' then seen_state else state end`,
      ),
      unseen_since: unseen.since,
      unseen_message: unseen.message.replaceAll('\0', ''),
    });
}
