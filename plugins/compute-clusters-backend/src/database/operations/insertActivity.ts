import { Knex } from 'knex';
import { ActivityRecord } from '../records';

/** Writes down what was done with a cluster. */
export async function insertActivity(
  tx: Knex.Transaction,
  activity: Omit<ActivityRecord, 'id'>,
): Promise<void> {
  await tx('activity').insert({
    cluster_id: activity.clusterId,
    action: activity.action,
    done_by: activity.user,
    done_at: activity.at,
    message: activity.message,
  });
}
