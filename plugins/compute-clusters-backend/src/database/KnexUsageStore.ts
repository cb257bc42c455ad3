import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Knex } from 'knex';
import { saveUsage } from './operations/saveUsage';
import { overlapping } from './operations/overlapping';
import { sumUsage } from './operations/sumUsage';
import { chunksOf } from './chunksOf';
import { ClusterRow, KubernetesClusterRow, RunRow } from './rows';
import { toDate, toOptionalDate } from './toDate';
import { toUsageInterval, UsageIntervalRow } from './usageRows';
import {
  HeldLease,
  RunKey,
  UsageChanges,
  UsageIntervalRecord,
  UsageQuery,
  UsageStore,
  UsageSum,
  UsageWindow,
} from './UsageStore';

/** Keeps usage in the plugin's own database. */
export class KnexUsageStore implements UsageStore {
  static create(options: { knex: Knex }): KnexUsageStore {
    return new KnexUsageStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async find(keys: {
    clusterIds: string[];
    podUids: string[];
  }): Promise<UsageIntervalRecord[]> {
    const rows = new Map<string | number, UsageIntervalRow>();
    const queries = [
      ...chunksOf(keys.clusterIds).map(ids =>
        this.intervals().whereNull('ended_at').whereIn('cluster_id', ids),
      ),
      ...chunksOf(keys.podUids).map(uids =>
        this.intervals().whereIn('pod_uid', uids),
      ),
    ];
    for (const query of queries) {
      (await query).forEach(row => rows.set(row.id, row));
    }
    return [...rows.values()].map(toUsageInterval);
  }

  async listOpen(kubernetesCluster: string): Promise<string[]> {
    return await this.intervals()
      .whereNull('ended_at')
      .where('kubernetes_cluster', kubernetesCluster)
      .distinct()
      .pluck('cluster_id');
  }

  async specsOf(runs: RunKey[]): Promise<Map<string, ComputeClusterSpec>> {
    const specs = new Map<string, ComputeClusterSpec>();
    for (const chunk of chunksOf(runs)) {
      const rows: RunRow[] = await this.knex('runs')
        .join('clusters', 'clusters.id', 'runs.cluster_id')
        .whereIn(
          [
            'runs.cluster_id',
            'runs.sequence',
            'clusters.kubernetes_cluster',
            'clusters.namespace',
          ],
          chunk.map(({ clusterId, run, kubernetesCluster, namespace }) => [
            clusterId,
            run,
            kubernetesCluster,
            namespace,
          ]),
        )
        .select('runs.cluster_id', 'runs.sequence', 'runs.spec');
      rows.forEach(({ cluster_id, sequence, spec }) =>
        specs.set(`${cluster_id}/${sequence}`, JSON.parse(spec)),
      );
    }
    return specs;
  }

  async save(changes: UsageChanges, lease: HeldLease): Promise<void> {
    await saveUsage(this.knex, changes, lease);
  }

  async meteredAt(kubernetesCluster: string): Promise<Date | null> {
    const row = await this.knex<KubernetesClusterRow>('kubernetes_clusters')
      .where('name', kubernetesCluster)
      .first('metered_at');
    return toOptionalDate(row?.metered_at ?? null);
  }

  async saveMeteredAt(at: Date, lease: HeldLease): Promise<void> {
    await this.knex('kubernetes_clusters')
      .where({ name: lease.kubernetesCluster, lease_holder: lease.holder })
      .update({ metered_at: at });
  }

  async sum(query: UsageQuery): Promise<UsageSum[]> {
    return await sumUsage(this.knex, query);
  }

  async executorTimes(
    clusterId: string,
    window: UsageWindow,
  ): Promise<{ startedAt: Date; endedAt: Date | null }[]> {
    const rows: Pick<UsageIntervalRow, 'started_at' | 'ended_at'>[] =
      await this.knex
        .from(
          overlapping(this.knex, { clusterId, windows: [window] }).as('rows'),
        )
        .where('component', 'executor')
        .select('started_at', 'ended_at');
    return rows.map(row => ({
      startedAt: toDate(row.started_at),
      endedAt: toOptionalDate(row.ended_at),
    }));
  }

  async namesOf(clusterIds: string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const chunk of chunksOf(clusterIds)) {
      const rows = await this.knex<ClusterRow>('clusters')
        .whereIn('id', chunk)
        .select('id', 'name');
      rows.forEach(({ id, name }) => names.set(id, name));
    }
    return names;
  }

  private intervals() {
    return this.knex<UsageIntervalRow>('usage_intervals');
  }
}
