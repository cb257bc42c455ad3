import { AuthService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ComputeClustersService } from '@compute-clusters/backstage-plugin-compute-clusters-node';

const PAGE_SIZE = 500;

/** What it takes to read clusters. */
export type ReadableClusters = Pick<
  ComputeClustersService,
  'listClusters' | 'getCluster'
>;

/** Reads clusters in the name of the catalog, which may see all of them. */
export class ClusterReader {
  private constructor(
    private readonly clusters: ReadableClusters,
    private readonly auth: AuthService,
  ) {}

  static create(options: {
    clusters: ReadableClusters;
    auth: AuthService;
  }): ClusterReader {
    return new ClusterReader(options.clusters, options.auth);
  }

  /** Every cluster; fails as a whole if one page fails. */
  async readAll(signal?: AbortSignal): Promise<ComputeCluster[]> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const found = new Map<string, ComputeCluster>();
    let cursor: string | undefined;
    do {
      const page = await this.clusters.listClusters(
        cursor
          ? { limit: PAGE_SIZE, cursor }
          : { limit: PAGE_SIZE, sort: 'createdAt' },
        { credentials, signal },
      );
      page.items.forEach(cluster => found.set(cluster.id, cluster));
      cursor = page.pageInfo.nextCursor ?? undefined;
    } while (cursor);
    return [...found.values()];
  }

  /** One cluster; undefined if it is gone. */
  async read(id: string): Promise<ComputeCluster | undefined> {
    const credentials = await this.auth.getOwnServiceCredentials();
    try {
      return await this.clusters.getCluster(id, { credentials });
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function isNotFound(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'NotFoundError' || error.statusCode === 404)
  );
}
