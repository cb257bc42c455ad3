import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ManualClock } from '@compute-clusters/kubernetes-simulator';
import { CoreV1Api } from '@kubernetes/client-node';
import { Clock, SystemClock } from '../../clock';
import { KnexUsageStore } from '../../database';
import { newCluster, testStores } from '../../database/__testUtils__';
import { KubernetesConnection, LABELS } from '../../kubernetes';
import { managedLabels } from '../../kubernetes/objects';
import { NamespaceMappings } from '../../ownership';
import { SimulatedKubernetes } from '../../reconciler/__testUtils__/SimulatedKubernetes';
import { UsageMeter } from '../UsageMeter';

/** When every test begins. */
const START = new Date('2026-03-01T10:00:00Z');

/** A container runs a second after its pod was made; a driver is ready four seconds later. */
const TIMINGS = {
  scheduling: 0,
  containerStart: 1_000,
  driverReady: 4_000,
  termination: 1_000,
  failure: 10_000,
};

/** One backend that meters. */
export interface MeteringBackend {
  meter: UsageMeter;
  connection: KubernetesConnection;
}

/**
 * A store, an embedded Kubernetes whose clock stands still until the test moves it, and backends that meter. Their own
 * turns pass quickly, whatever that clock says.
 */
export class MeterWorld {
  static async create(
    databases: TestDatabases,
    databaseId: TestDatabaseId,
  ): Promise<MeterWorld> {
    const time = new ManualClock(START);
    const stores = await testStores(databases, databaseId);
    const price = { onDemand: 360, spot: 36, currency: 'EUR' };
    await stores.platform.seed({
      nodeTypes: ['driver-small', 'executor-small'].map(name => ({
        name,
        description: '',
        cpu: 1_000,
        memory: 8_192,
        forDriver: true,
        forExecutor: true,
        spot: true,
        price,
        nodeSelector: {},
        tolerations: [],
        accelerators: {},
        locked: true,
      })),
      volumes: [],
    });
    const { id } = await stores.store.create(newCluster());
    const kubernetes = await SimulatedKubernetes.start({
      clock: time,
      timings: TIMINGS,
    });
    return new MeterWorld(stores, time, kubernetes, id);
  }

  readonly usage: KnexUsageStore;
  private readonly core: CoreV1Api;
  private readonly backends: MeteringBackend[] = [];

  private constructor(
    readonly stores: Awaited<ReturnType<typeof testStores>>,
    readonly time: ManualClock,
    readonly kubernetes: SimulatedKubernetes,
    readonly clusterId: string,
  ) {
    this.usage = KnexUsageStore.create(stores);
    this.core = kubernetes.kubeConfig.makeApiClient(CoreV1Api);
  }

  /** A backend that gets the lease and meters; where it may not watch everything, in these namespaces. */
  async start(
    holder: string,
    scope: { namespaces?: string[]; formerNamespaces?: string[] } = {},
  ): Promise<MeteringBackend> {
    const { stores, usage } = this;
    const logger = mockServices.logger.mock();
    const connection = KubernetesConnection.create({
      ...scope,
      name: 'demo',
      kubeConfig: this.kubernetes.kubeConfig,
      simulated: true,
      clock: this.clock(1),
      logger,
    });
    await this.stores
      .knex('kubernetes_clusters')
      .update({ lease_holder: null });
    await stores.kubernetesClusters.acquireLease({
      name: 'demo',
      holder,
      now: this.time.now(),
      duration: 1_000,
    });
    const meter = UsageMeter.create({
      connection,
      store: usage,
      platform: stores.platform,
      mappings: NamespaceMappings.create({
        kubernetesClusters: ['demo'],
        mappings: [
          {
            kubernetesCluster: 'demo',
            name: 'data-eng',
            owner: 'group:default/data-engineering',
          },
        ],
      }),
      clock: this.clock(100),
      holder,
      logger,
    });
    meter.start();
    const backend = { meter, connection };
    this.backends.push(backend);
    return backend;
  }

  /** Ends a backend as SIGKILL does. */
  async kill({ connection, meter }: MeteringBackend): Promise<void> {
    await this.stores
      .knex('kubernetes_clusters')
      .update({ lease_holder: null });
    await connection.close();
    await meter.stop();
  }

  /** Makes a pod of the cluster. */
  async makePod(
    name: string,
    component: 'driver' | 'executor',
    annotations: Record<string, string> = {},
  ): Promise<void> {
    await this.core.createNamespacedPod({
      namespace: 'data-eng',
      body: {
        metadata: {
          name,
          annotations,
          labels: {
            ...managedLabels(),
            [LABELS.clusterId]: this.clusterId,
            [LABELS.run]: '1',
            [LABELS.component]: component,
          },
        },
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: 'driver', image: 'spark' }],
        },
      },
    });
  }

  /** Asks Kubernetes to end a pod. */
  async deletePod(name: string, gracePeriodSeconds = 30): Promise<void> {
    await this.core.deleteNamespacedPod({
      namespace: 'data-eng',
      name,
      gracePeriodSeconds,
    });
  }

  /** Where a pod runs. */
  async nodeOf(name: string): Promise<string> {
    const { spec } = await this.core.readNamespacedPod({
      namespace: 'data-eng',
      name,
    });
    return spec?.nodeName ?? '';
  }

  /** Moves Kubernetes and backends on. */
  advance(seconds: number): void {
    this.time.advance(seconds * 1_000);
  }

  /** What is billed, as `executor 1-31`: in seconds since the start of the test. */
  async billed(): Promise<string[]> {
    const rows = await this.stores
      .knex('usage_intervals')
      .select('component', 'started_at', 'ended_at')
      .orderBy(['component', 'started_at', 'id']);
    const second = (time: Date | number | null) =>
      time === null ? '' : (Number(new Date(time)) - START.getTime()) / 1_000;
    return rows.map(
      row =>
        `${row.component} ${second(row.started_at)}-${second(row.ended_at)}`,
    );
  }

  async stop(): Promise<void> {
    for (const { meter, connection } of this.backends) {
      await meter.stop();
      await connection.close();
    }
    await this.kubernetes.stop();
  }

  private clock(speed: number): Clock {
    const system = new SystemClock();
    return {
      now: () => this.time.now(),
      after: (milliseconds, callback) =>
        system.after(milliseconds / speed, callback),
    };
  }
}
