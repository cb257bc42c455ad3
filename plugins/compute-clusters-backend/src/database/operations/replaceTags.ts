import { Knex } from 'knex';
import { insertTags } from './insertTags';

/** Makes a stored cluster's rows of `cluster_tags` those of its specification. */
export async function replaceTags(
  tx: Knex.Transaction,
  clusterId: string,
  tags: Record<string, string>,
): Promise<void> {
  await tx('cluster_tags').where('cluster_id', clusterId).delete();
  await insertTags(tx, clusterId, tags);
}
