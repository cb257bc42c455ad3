import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  ComputeCluster,
  ComputeClusterPage,
  ListClustersQuery,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ReadableClusters } from '../provider/ClusterReader';

/** Clusters in memory, two on a page; can be made to fail, or to wait in the middle of a list. */
export class FakeClusters implements ReadableClusters {
  readonly clusters = new Map<string, ComputeCluster>();
  readonly queries: ListClustersQuery[] = [];
  /** How many requests are refused from now on. */
  failures = 0;
  /** Awaited before a page is answered. */
  gate: Promise<void> = Promise.resolve();

  put(cluster: ComputeCluster): void {
    this.clusters.set(cluster.id, cluster);
  }

  async listClusters(query: ListClustersQuery): Promise<ComputeClusterPage> {
    this.queries.push(query);
    this.failIfAsked();
    const all = [...this.clusters.values()];
    const start = Number(query.cursor ?? 0);
    const items = all.slice(start, start + 2);
    await this.gate;
    const nextCursor = start + 2 < all.length ? String(start + 2) : null;
    return {
      items,
      totalItems: all.length,
      stateCounts: {},
      pageInfo: { nextCursor, prevCursor: null },
    };
  }

  async getCluster(id: string): Promise<ComputeCluster> {
    this.failIfAsked();
    const cluster = this.clusters.get(id);
    if (!cluster) {
      throw new NotFoundError(`No cluster ${id}`);
    }
    return cluster;
  }

  private failIfAsked(): void {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new ServiceUnavailableError('Not now');
    }
  }
}
