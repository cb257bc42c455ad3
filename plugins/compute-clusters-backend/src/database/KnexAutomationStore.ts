import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Knex } from 'knex';
import { toAutomationColumns } from './automationRows';
import { AutomatedCluster, AutomationStore } from './AutomationStore';
import { AutomationRecord } from './records';
import { toDate } from './toDate';

/** Keeps automatic starts and stops in the plugin's own database. */
export class KnexAutomationStore implements AutomationStore {
  static create(options: { knex: Knex }): KnexAutomationStore {
    return new KnexAutomationStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(kubernetesCluster: string): Promise<AutomatedCluster[]> {
    const rows = await this.knex('cluster_automation')
      .innerJoin('clusters', 'clusters.id', 'cluster_automation.cluster_id')
      .where('clusters.kubernetes_cluster', kubernetesCluster)
      .whereNull('clusters.removed_at')
      .whereNull('clusters.deletion_requested_at')
      .select('clusters.id', 'clusters.state', 'clusters.updated_at');
    return rows.map(({ id, state, updated_at }) => ({
      id,
      version: `${state} ${toDate(updated_at).getTime()}`,
    }));
  }

  async save(
    clusterId: string,
    seen: { runSequence: number | null; power: 'on' | 'off' },
    changes: Partial<AutomationRecord>,
  ): Promise<boolean> {
    const { runSequence, power } = seen;
    const updated = await this.knex('cluster_automation')
      .where('cluster_id', clusterId)
      .whereExists(
        this.knex('clusters')
          .where({ id: clusterId, run_sequence: runSequence, power })
          .whereNull('removed_at')
          .whereNull('deletion_requested_at'),
      )
      .update(toAutomationColumns(changes));
    return updated > 0;
  }

  async noteNotified(
    clusterId: string,
    { at: stopAt, reason }: AutomaticStop,
    at: Date,
  ): Promise<void> {
    await this.knex('cluster_automation')
      .where({ cluster_id: clusterId, stop_at: stopAt, stop_reason: reason })
      .update(toAutomationColumns({ notifiedAt: at }));
  }
}
