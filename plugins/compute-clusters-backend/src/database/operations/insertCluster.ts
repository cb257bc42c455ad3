import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { NewCluster } from '../ClusterStore';
import { toObservedColumns, toSpecColumns } from '../clusterRows';
import { ClusterRecord, ObservedStatus } from '../records';
import { isAutomated, newAutomation } from '../automationRows';
import { insertActivity } from './insertActivity';
import { insertAutomation } from './insertAutomation';
import { insertRun } from './insertRun';
import { insertTags } from './insertTags';

/**
 * Inserts a cluster with its first run, its tags and its first activity.
 *
 * @returns the cluster as a look at the store would find it
 */
export async function insertCluster(options: {
  tx: Knex.Transaction;
  cluster: NewCluster;
  now: Date;
}): Promise<ClusterRecord> {
  const { tx, cluster, now } = options;
  const record = newRecord(cluster, now);
  await insertRow(tx, record);
  const run = await insertRun({
    tx,
    run: {
      clusterId: record.id,
      sequence: 1,
      generation: record.generation,
      spec: cluster.spec,
      requestedBy: cluster.user,
      startedAt: now,
    },
  });
  if (record.automation) {
    await insertAutomation(tx, record.id, record.automation);
  }
  await insertTags(tx, record.id, cluster.spec.tags);
  await insertActivity(tx, {
    clusterId: record.id,
    action: 'create',
    user: cluster.user,
    at: now,
    message: 'Created and started',
  });
  return { ...record, run };
}

function newRecord(cluster: NewCluster, now: Date): ClusterRecord {
  return {
    id: cluster.id ?? randomUUID(),
    kubernetesCluster: cluster.kubernetesCluster,
    namespace: cluster.namespace,
    name: cluster.name,
    description: cluster.description,
    spec: cluster.spec,
    generation: 1,
    power: 'on',
    deletionRequestedAt: null,
    giveUpRequestedAt: null,
    createdBy: cluster.user,
    createdAt: now,
    updatedBy: cluster.user,
    updatedAt: now,
    run: null,
    observed: accepted(cluster, now),
    automation: isAutomated(cluster.spec) ? newAutomation(now) : null,
  };
}

async function insertRow(
  tx: Knex.Transaction,
  record: ClusterRecord,
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
    run_sequence: 1,
    created_by: record.createdBy,
    created_at: record.createdAt,
    updated_by: record.updatedBy,
    updated_at: record.updatedAt,
    ...toObservedColumns(record.observed),
  });
}

function accepted(cluster: NewCluster, now: Date): ObservedStatus {
  return {
    state: 'STARTING',
    reason: 'Accepted',
    message: 'The request is stored; its objects are being made in Kubernetes.',
    since: now,
    observedAt: now,
    driver: { pod: null, ready: false, attempts: 0 },
    executors: {
      running: 0,
      pending: 0,
      max: cluster.spec.executor?.max ?? 0,
      reason: null,
    },
  };
}
