import type {
  ClusterState,
  ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { PortalUser } from '../../support/PortalUser';
import { waitUntil } from '../../support/waitUntil';

const NAMESPACE = 'bench';
const PAGE_SIZE = 100;

/** The team that creates clusters on simulated nodes. */
export class BenchmarkUser {
  static readonly namespace = NAMESPACE;

  static async signIn(backendUrl: string): Promise<BenchmarkUser> {
    return new BenchmarkUser(
      await PortalUser.signIn(backendUrl, 'data-engineer'),
    );
  }

  private constructor(private readonly user: PortalUser) {}

  create(name: string): Promise<ComputeCluster> {
    return this.user.clusters.createCluster({
      namespace: NAMESPACE,
      name,
      spec: {
        deploymentType: 'single-node',
        driver: { nodeType: 'driver-simulated' },
      },
    });
  }

  /** Waits until the cluster has this state. */
  async waitFor(id: string, state: ClusterState): Promise<void> {
    await waitUntil(
      `${state} of ${id}`,
      async () =>
        (await this.user.clusters.getCluster(id)).status.state === state,
      { timeoutMs: 60_000, everyMs: 100 },
    );
  }

  /** How many clusters are in the state. */
  async count(state?: ClusterState): Promise<number> {
    const { totalItems } = await this.user.clusters.listClusters({
      limit: 1,
      ...(state && { state: [state] }),
    });
    return totalItems;
  }

  /** When the catalog first had the cluster's entity. */
  async inCatalogAt(name: string): Promise<number> {
    const path = `/api/catalog/entities/by-name/resource/${NAMESPACE}/${name}`;
    await waitUntil(
      `the entity of ${name}`,
      async () => (await this.user.get(path)).ok,
      { timeoutMs: 30_000, everyMs: 50 },
    );
    return Date.now();
  }

  /** Deletes every cluster and waits until none is left. */
  async deleteAll(): Promise<void> {
    await waitUntil(
      'no cluster is left',
      async () => {
        const page = await this.user.clusters.listClusters({
          limit: PAGE_SIZE,
        });
        const live = page.items.filter(c => !c.deletionRequestedAt);
        await Promise.all(
          live.map(({ id }) => this.user.clusters.deleteCluster(id)),
        );
        return page.totalItems === 0;
      },
      { timeoutMs: 600_000, everyMs: 500 },
    );
  }
}
