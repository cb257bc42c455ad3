import { Knex } from 'knex';
import { toAutomationColumns } from '../automationRows';
import { AutomationRecord } from '../records';

/** Inserts the automation of a cluster that has none. */
export async function insertAutomation(
  tx: Knex.Transaction,
  clusterId: string,
  automation: AutomationRecord,
): Promise<void> {
  await tx('cluster_automation').insert({
    cluster_id: clusterId,
    ...toAutomationColumns(automation),
  });
}
