import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { NewCluster } from '../ClusterStore';
import { toObservedColumns, toSpecColumns } from '../clusterRows';
import { ObservedStatus } from '../records';
import { insertActivity } from './insertActivity';
import { insertRun } from './insertRun';
import { replaceTags } from './replaceTags';

/**
 * Inserts a cluster with its first run, its tags and its first activity.
 *
 * @returns the new id
 */
export async function insertCluster(options: {
  tx: Knex.Transaction;
  cluster: NewCluster;
  now: Date;
}): Promise<string> {
  const { tx, cluster, now } = options;
  const id = randomUUID();
  await tx('clusters').insert({
    id,
    kubernetes_cluster: cluster.kubernetesCluster,
    namespace: cluster.namespace,
    name: cluster.name,
    description: cluster.description,
    ...toSpecColumns(cluster.spec),
    generation: 1,
    power: 'on',
    run_sequence: 1,
    created_by: cluster.user,
    created_at: now,
    updated_by: cluster.user,
    updated_at: now,
    ...toObservedColumns(accepted(cluster, now)),
  });
  await insertRun({
    tx,
    run: {
      clusterId: id,
      sequence: 1,
      generation: 1,
      spec: cluster.spec,
      requestedBy: cluster.user,
      startedAt: now,
    },
  });
  await replaceTags(tx, id, cluster.spec.tags);
  await insertActivity(tx, {
    clusterId: id,
    action: 'create',
    user: cluster.user,
    at: now,
    message: 'Created and started',
  });
  return id;
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
