import { Knex } from 'knex';

/** Makes a cluster's rows of `cluster_tags` those of its specification. */
export async function replaceTags(
  tx: Knex.Transaction,
  clusterId: string,
  tags: Record<string, string>,
): Promise<void> {
  await tx('cluster_tags').where('cluster_id', clusterId).delete();
  const rows = Object.entries(tags).map(([key, value]) => ({
    cluster_id: clusterId,
    key,
    value,
  }));
  if (rows.length > 0) {
    await tx('cluster_tags').insert(rows);
  }
}
