import { Knex } from 'knex';
import {
  isAutomated,
  newAutomation,
  toAutomationColumns,
} from '../automationRows';
import { ClusterChange } from '../ClusterStore';
import { AutomationRecord, ClusterRecord } from '../records';
import { insertAutomation } from './insertAutomation';

/** What is known of a run is not of the next one. */
const FORGOTTEN: Partial<AutomationRecord> = {
  activeAt: null,
  activityMark: null,
  stop: null,
  keptUntil: null,
};

/** Has a cluster's automation follow a command. */
export async function changeAutomation(options: {
  tx: Knex.Transaction;
  cluster: ClusterRecord;
  change: ClusterChange;
  now: Date;
}): Promise<void> {
  const { tx, cluster, change, now } = options;
  if (change.spec) {
    await tx('cluster_automation').where('cluster_id', cluster.id).delete();
    if (isAutomated(change.spec)) {
      await insertAutomation(tx, cluster.id, newAutomation(now));
    }
    return;
  }
  const columns = toAutomationColumns({
    ...(beginsAnew(change) && FORGOTTEN),
    ...change.automation,
  });
  if (cluster.automation && Object.keys(columns).length > 0) {
    await tx('cluster_automation')
      .where('cluster_id', cluster.id)
      .update(columns);
  }
}

function beginsAnew(change: ClusterChange): boolean {
  return Boolean(
    change.beginRun || change.endRun !== undefined || change.deletionRequested,
  );
}
