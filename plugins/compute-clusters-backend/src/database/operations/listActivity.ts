import { Knex } from 'knex';
import { ActivityRecord } from '../records';
import { ActivityRow } from '../rows';
import { Position, Slice, toSlice } from '../Slice';
import { toDate } from '../toDate';

/** Reads one slice of a cluster's activity, newest first, and counts all of it. */
export async function listActivity(options: {
  knex: Knex;
  clusterId: string;
  limit: number;
  position?: Position;
}): Promise<Slice<ActivityRecord>> {
  const { knex, clusterId, limit, position } = options;
  const rows = knex<ActivityRow>('activity').where('cluster_id', clusterId);
  const backwards = position?.before ?? false;
  if (position) {
    rows.where('id', backwards ? '>' : '<', Number(position.value));
  }
  rows.orderBy('id', backwards ? 'asc' : 'desc').limit(limit + 1);
  const [{ total }] = await knex('activity')
    .where('cluster_id', clusterId)
    .count({ total: '*' });
  return toSlice({
    rows: (await rows).map(toActivityRecord),
    totalItems: Number(total),
    limit,
    position,
    positionOf: ({ id }) => ({ value: Number(id), id }),
  });
}

function toActivityRecord(row: ActivityRow): ActivityRecord {
  return {
    id: String(row.id),
    clusterId: row.cluster_id,
    action: row.action,
    user: row.done_by,
    at: toDate(row.done_at),
    message: row.message,
  };
}
