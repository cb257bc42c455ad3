import type {
  ComputeCluster,
  ComputeClusterSpecInput,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { KubeConfig } from '@kubernetes/client-node';
import { ClusterObjects } from '../support/ClusterObjects';
import { forwardPort } from '../support/forwardPort';
import { Portal } from '../support/Portal';
import { PortalUser } from '../support/PortalUser';
import { waitUntil } from '../support/waitUntil';

const STARTED = { timeoutMs: 300_000, everyMs: 250 };
const GONE = { timeoutMs: 60_000, everyMs: 250 };
const CONNECT_PORT = 15002;

/** How a test wants its portal. */
export interface SparkTeamOptions {
  /** Whether it has pages too, built before. */
  frontend?: boolean;
  environment?: Record<string, string>;
}

/** A data engineer with a portal on a Kubernetes that runs real Spark. */
export class SparkTeam {
  static async start(options: SparkTeamOptions = {}): Promise<SparkTeam> {
    const path = process.env.KUBECONFIG;
    if (!path) {
      throw new Error('Set KUBECONFIG to a Kubernetes that can run Spark');
    }
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromFile(path);
    const portal = await Portal.start({
      frontend: false,
      kubeconfig: path,
      ...options,
    });
    const user = await PortalUser.signIn(portal.backendUrl, 'data-engineer');
    return new SparkTeam(kubeConfig, portal, user);
  }

  private constructor(
    readonly kubeConfig: KubeConfig,
    private readonly portal: Portal,
    private user: PortalUser,
  ) {}

  /** The plugin's API, as the data engineer. */
  get clusters() {
    return this.user.clusters;
  }

  /** Where the portal's pages are, if it has any. */
  get appUrl(): string {
    return this.portal.appUrl;
  }

  /** Where the portal's API is. */
  get backendUrl(): string {
    return this.portal.backendUrl;
  }

  /** Creates a small cluster under a name that was never used. */
  async create(
    name: string,
    spec: Partial<ComputeClusterSpecInput> = {},
  ): Promise<ComputeCluster> {
    return await this.clusters.createCluster({
      namespace: 'data-eng',
      name: `${name}-${Date.now().toString(36)}`,
      spec: {
        deploymentType: 'multi-node',
        driver: { nodeType: 'driver-tiny' },
        executor: { nodeType: 'executor-tiny', min: 0, max: 2 },
        autoScaling: { enabled: true, idleTimeoutMinutes: 1 },
        ...spec,
      },
    });
  }

  /** The cluster of that name. */
  async named(name: string): Promise<ComputeCluster> {
    return await this.clusters.getClusterByName({
      kubernetesCluster: 'demo',
      namespace: 'data-eng',
      name,
    });
  }

  /** Waits for a state, five minutes unless told. */
  async reaches(
    id: string,
    state: string,
    timeoutMs = STARTED.timeoutMs,
  ): Promise<ComputeCluster> {
    return await waitUntil(
      state,
      async () => {
        const cluster = await this.clusters.getCluster(id);
        if (cluster.status.state === 'FAILED' && state !== 'FAILED') {
          throw new Error(`FAILED: ${cluster.status.message}`);
        }
        return cluster.status.state === state && cluster;
      },
      { ...STARTED, timeoutMs },
    );
  }

  /** Waits for a reason, in whatever state unless told, and a minute unless told. */
  async shows(
    id: string,
    expected: { reason: string; state?: string },
    timeoutMs = 60_000,
  ): Promise<ComputeCluster['status']> {
    const { reason, state } = expected;
    return await waitUntil(
      `${state ?? ''} ${reason}`,
      async () => {
        const { status } = await this.clusters.getCluster(id);
        return (
          status.reason === reason &&
          (state === undefined || status.state === state) &&
          status
        );
      },
      { timeoutMs, everyMs: 100 },
    );
  }

  /** What Kubernetes has of a cluster. */
  objectsOf(cluster: ComputeCluster): ClusterObjects {
    return new ClusterObjects(this.kubeConfig, cluster);
  }

  /** Opens a way to the driver's Spark Connect, for as long as the work takes. */
  async connected<T>(
    cluster: ComputeCluster,
    work: (connect: { port: number; token: string }) => Promise<T>,
  ): Promise<T> {
    const { token } = await this.clusters.getConnectToken(cluster.id);
    const connect = await forwardPort(this.kubeConfig, {
      namespace: cluster.namespace,
      name: cluster.status.driver.pod ?? '',
      port: CONNECT_PORT,
    });
    try {
      return await work({ port: connect.port, token });
    } finally {
      connect.close();
    }
  }

  /** Deletes a cluster and waits until Kubernetes has nothing of it. */
  async remove(cluster: ComputeCluster): Promise<void> {
    const objects = this.objectsOf(cluster);
    await this.clusters.deleteCluster(cluster.id);
    await waitUntil(
      'everything is gone',
      async () => (await objects.all()).length === 0,
      GONE,
    );
  }

  /** Kills the portal and starts it again. */
  async killPortal(): Promise<void> {
    await this.portal.kill();
    await this.portal.restart();
    this.user = await PortalUser.signIn(
      this.portal.backendUrl,
      'data-engineer',
    );
  }

  async stop(): Promise<void> {
    await this.portal.stop();
  }
}
