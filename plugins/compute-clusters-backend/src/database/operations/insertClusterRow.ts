import { Knex } from 'knex';
import { toObservedColumns, toSpecColumns } from '../clusterRows';
import { ClusterRecord } from '../records';

/** Inserts the row of a cluster, in the run of this sequence. */
export async function insertClusterRow(
  tx: Knex.Transaction,
  record: ClusterRecord,
  sequence: number,
): Promise<void> {
  await tx('clusters').insert({
    id: record.id,
    kubernetes_cluster: record.kubernetesCluster,
    namespace: record.namespace,
    name: record.name,
    description: record.description,
    ...toSpecColumns(record.spec),
    generation: record.generation,
    power: record.power,
    run_sequence: sequence,
    created_by: record.createdBy,
    created_at: record.createdAt,
    updated_by: record.updatedBy,
    updated_at: record.updatedAt,
    ...toObservedColumns(record.observed),
  });
}
