import { Knex } from 'knex';
import { isAutomated, newAutomation } from '../automationRows';
import { ClusterRecord, ObservedStatus } from '../records';
import { RestoredCluster } from '../RecoveryStore';
import { endRun } from './endRun';
import { insertActivity } from './insertActivity';
import { insertAutomation } from './insertAutomation';
import { insertClusterRow } from './insertClusterRow';
import { insertRun } from './insertRun';
import { insertTags } from './insertTags';

/**
 * Inserts a cluster that there was before.
 *
 * @returns the cluster as a look at the store would find it
 */
export async function restoreCluster(options: {
  tx: Knex.Transaction;
  cluster: RestoredCluster;
  now: Date;
}): Promise<ClusterRecord> {
  const { tx, cluster, now } = options;
  const { id: clusterId, spec, generation, power, user } = cluster;
  const record = recordOf(cluster, now);
  await insertClusterRow(tx, record, cluster.run.sequence);
  const run = await insertRun({
    tx,
    run: { ...cluster.run, clusterId, generation, spec },
  });
  if (power === 'off') {
    await endRun({ tx, clusterId, reason: 'Recovered', now });
  }
  if (record.automation) {
    await insertAutomation(tx, clusterId, record.automation);
  }
  await insertTags(tx, clusterId, spec.tags);
  await insertActivity(tx, {
    clusterId,
    action: 'recover',
    user,
    at: now,
    message: 'Restored from what Kubernetes has of it',
  });
  return {
    ...record,
    run:
      power === 'off' ? { ...run, endedAt: now, endReason: 'Recovered' } : run,
  };
}

function recordOf(cluster: RestoredCluster, now: Date): ClusterRecord {
  const { run: _, user, ...rest } = cluster;
  return {
    ...rest,
    deletionRequestedAt: null,
    giveUpRequestedAt: null,
    updatedBy: user,
    updatedAt: now,
    run: null,
    observed: toBeLookedAt(cluster, now),
    unseen: null,
    automation: isAutomated(cluster.spec) ? newAutomation(now) : null,
  };
}

/** Until the reconciler has looked. */
function toBeLookedAt(
  { power, spec }: RestoredCluster,
  now: Date,
): ObservedStatus {
  return {
    state: power === 'on' ? 'STARTING' : 'STOPPING',
    reason: 'Recovered',
    message: 'It was restored; what runs of it is being looked at.',
    since: now,
    observedAt: now,
    driver: { pod: null, ready: false, attempts: 0 },
    executors: {
      running: 0,
      pending: 0,
      max: spec.executor?.max ?? 0,
      reason: null,
    },
  };
}
