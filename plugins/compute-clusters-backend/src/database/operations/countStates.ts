import { Knex } from 'knex';
import { StateCount } from '../ClusterStore';
import { ClusterRow } from '../rows';

/** Counts the live clusters in each state on each Kubernetes cluster. */
export async function countStates(knex: Knex): Promise<StateCount[]> {
  const rows = await knex<ClusterRow>('clusters')
    .whereNull('removed_at')
    .groupBy('kubernetes_cluster', 'state')
    .select('kubernetes_cluster', 'state')
    .count({ count: '*' });
  return rows.map(row => ({
    kubernetesCluster: row.kubernetes_cluster,
    state: row.state,
    count: Number(row.count),
  }));
}
