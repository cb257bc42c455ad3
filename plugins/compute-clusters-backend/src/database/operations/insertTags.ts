import { Knex } from 'knex';

/** Inserts the tags of a cluster that has none yet. */
export async function insertTags(
  tx: Knex.Transaction,
  clusterId: string,
  tags: Record<string, string>,
): Promise<void> {
  const rows = Object.entries(tags).map(([key, value]) => ({
    cluster_id: clusterId,
    key,
    value,
  }));
  if (rows.length > 0) {
    await tx('cluster_tags').insert(rows);
  }
}
