import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { KubeConfig } from '@kubernetes/client-node';
import { ClusterObjects } from '../../support/ClusterObjects';
import type { PortalUser } from '../../support/PortalUser';
import { waitUntil } from '../../support/waitUntil';
import { answerTo } from '../kill/answers';

const SOON_MILLISECONDS = 20_000;
const EVERY_MILLISECONDS = 50;

const SPEC = {
  driver: { nodeType: 'driver-small' },
  executor: { nodeType: 'executor-small', min: 1, max: 2 },
};

/** How a test wants its cluster. */
export interface TeamClusterOptions {
  namespace?: string;
  spec?: object;
}

/** People of one team, who use clusters and look at them. */
export class Team {
  constructor(
    readonly user: PortalUser,
    private readonly kubeConfig: KubeConfig,
  ) {}

  /** Asks for a cluster. */
  async create(
    name: string,
    { namespace = 'data-eng', spec = {} }: TeamClusterOptions = {},
  ): Promise<ComputeCluster> {
    return await this.user.clusters.createCluster({
      namespace,
      name,
      spec: { ...SPEC, ...spec },
    });
  }

  /** Asks for a cluster, and waits until it runs. */
  async run(
    name: string,
    options?: TeamClusterOptions,
  ): Promise<ComputeCluster> {
    const { id } = await this.create(name, options);
    return await this.shows(id, { state: 'ACTIVE' });
  }

  /** Waits until the portal shows the cluster like this. */
  async shows(
    id: string,
    expected: { state: string; reason?: string },
    timeoutMs = SOON_MILLISECONDS,
  ): Promise<ComputeCluster> {
    let last = '';
    const { state, reason } = expected;
    return await waitUntil(
      `${id} is ${state} ${reason ?? ''}`,
      async () => {
        const cluster = await this.user.clusters.getCluster(id);
        last = `${cluster.status.state} ${cluster.status.reason}: ${cluster.status.message}`;
        return (
          cluster.status.state === state &&
          (reason === undefined || cluster.status.reason === reason) &&
          cluster
        );
      },
      { timeoutMs, everyMs: EVERY_MILLISECONDS },
    ).catch(error => {
      throw new Error(`${error}; last it was ${last}`);
    });
  }

  /** Waits until the portal knows the cluster no more, and nothing of it is left in Kubernetes. */
  async isGone(
    cluster: ComputeCluster,
    timeoutMs = SOON_MILLISECONDS,
  ): Promise<void> {
    await waitUntil(
      `${cluster.name} is gone`,
      async () => {
        const { type } = await answerTo(
          this.user.clusters.getCluster(cluster.id),
        );
        const left = await this.objectsOf(cluster).all();
        return type === 'refused' && left.length === 0;
      },
      { timeoutMs, everyMs: EVERY_MILLISECONDS },
    );
  }

  /** Past the product. */
  objectsOf(cluster: ComputeCluster): ClusterObjects {
    return new ClusterObjects(this.kubeConfig, cluster);
  }

  /** The uids of its live pods, sorted: the same before and after means that nothing was restarted. */
  async podsOf(cluster: ComputeCluster): Promise<string[]> {
    const objects = this.objectsOf(cluster);
    const pods = [...(await objects.drivers()), ...(await objects.executors())];
    return pods.map(({ metadata }) => metadata?.uid ?? '').sort();
  }
}
