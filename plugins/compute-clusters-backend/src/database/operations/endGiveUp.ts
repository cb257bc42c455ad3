import { Knex } from 'knex';

/** Notes that the pods that were to be given up are. A wish that was uttered since stays. */
export async function endGiveUp(options: {
  knex: Knex;
  id: string;
  requestedAt: Date;
}): Promise<void> {
  const { knex, id, requestedAt } = options;
  await knex('clusters')
    .where({ id, give_up_requested_at: requestedAt })
    .update({ give_up_requested_at: null });
}
