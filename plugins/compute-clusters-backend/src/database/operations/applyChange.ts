import { Knex } from 'knex';
import { ClusterChange } from '../ClusterStore';
import { toSpecColumns } from '../clusterRows';
import { ClusterRecord } from '../records';
import { ClusterRow } from '../rows';
import { changeAutomation } from './changeAutomation';
import { endRun } from './endRun';
import { insertActivity } from './insertActivity';
import { insertRun } from './insertRun';
import { replaceTags } from './replaceTags';

/** Writes everything that a command changes. */
export async function applyChange(options: {
  tx: Knex.Transaction;
  cluster: ClusterRecord;
  change: ClusterChange;
  now: Date;
}): Promise<void> {
  const { tx, cluster, change, now } = options;
  const generation = cluster.generation + (isNews(cluster, change) ? 1 : 0);
  const sequence = (cluster.run?.sequence ?? 0) + (change.beginRun ? 1 : 0);
  const { user } = change.activity;
  if (change.endRun !== undefined) {
    await endRun({ tx, clusterId: cluster.id, reason: change.endRun, now });
  }
  if (change.beginRun) {
    const run = {
      clusterId: cluster.id,
      sequence,
      generation,
      spec: change.spec ?? cluster.spec,
      requestedBy: user,
      startedAt: now,
    };
    await insertRun({ tx, run });
  }
  if (change.spec) {
    await replaceTags(tx, cluster.id, change.spec.tags);
  }
  await tx('clusters')
    .where('id', cluster.id)
    .update({
      ...desiredColumns(cluster, change, now),
      ...observedColumns(cluster, change, now),
      generation,
      ...(change.beginRun && { run_sequence: sequence }),
      updated_by: user,
      updated_at: now,
    });
  await changeAutomation({ tx, cluster, change, now });
  await insertActivity(tx, {
    clusterId: cluster.id,
    at: now,
    ...change.activity,
  });
}

/** Whether who has read the cluster before would overwrite something. */
function isNews(cluster: ClusterRecord, change: ClusterChange): boolean {
  const { spec, description = cluster.description } = change;
  return spec !== undefined || description !== cluster.description;
}

function desiredColumns(
  cluster: ClusterRecord,
  change: ClusterChange,
  now: Date,
): Partial<ClusterRow> {
  return {
    description: change.description ?? cluster.description,
    power: change.power ?? cluster.power,
    ...(change.spec && toSpecColumns(change.spec)),
    ...(change.giveUpRequested && { give_up_requested_at: now }),
    ...(change.deletionRequested && {
      deletion_requested_at: cluster.deletionRequestedAt ?? now,
    }),
  };
}

/** A new run starts from nothing, whatever the old one looked like. */
function observedColumns(
  cluster: ClusterRecord,
  change: ClusterChange,
  now: Date,
): Partial<ClusterRow> {
  const spec = change.spec ?? cluster.spec;
  return {
    ...(change.observed && { ...change.observed, state_since: now }),
    ...(change.beginRun && {
      driver_pod: null,
      driver_ready: false,
      driver_attempts: 0,
      executors_running: 0,
      executors_pending: 0,
      executors_max: spec.executor?.max ?? 0,
      executors_reason: null,
    }),
  };
}
