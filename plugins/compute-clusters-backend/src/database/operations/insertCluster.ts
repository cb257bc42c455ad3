import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { NewCluster } from '../ClusterStore';
import { ClusterRecord, ObservedStatus } from '../records';
import { isAutomated, newAutomation } from '../automationRows';
import { insertActivity } from './insertActivity';
import { insertAutomation } from './insertAutomation';
import { insertClusterRow } from './insertClusterRow';
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
  await insertClusterRow(tx, record, 1);
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
    unseen: null,
    automation: isAutomated(cluster.spec) ? newAutomation(now) : null,
  };
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
