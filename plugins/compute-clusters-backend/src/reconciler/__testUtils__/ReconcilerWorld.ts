import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { KubernetesSimulatorOptions } from '@compute-clusters/kubernetes-simulator';
import { Knex } from 'knex';
import { Clock, SystemClock } from '../../clock';
import { DEFAULT_NODE_TYPES } from '../../config';
import {
  ClusterRecord,
  KnexClusterStore,
  KnexPlatformStore,
  MIGRATIONS_DIRECTORY,
  NewCluster,
} from '../../database';
import { newCluster } from '../../database/__testUtils__';
import { CLUSTER_IP, KubernetesConnection } from '../../kubernetes';
import { ReconcilerMetrics } from '../../metrics';
import { NamespaceMapping, NamespaceMappings } from '../../ownership';
import {
  Audited,
  recordingAuditor,
} from '../../service/__testUtils__/recordingAuditor';
import { AuditTrail } from '../../service/AuditTrail';
import {
  decideDelete,
  decideGiveUpPods,
  decideRestart,
  decideStart,
  decideTerminate,
} from '../../service/commands';
import { Reconciler } from '../Reconciler';
import { Death, MortalGateway } from './MortalGateway';
import { RecordingPublisher } from './RecordingPublisher';
import { SimulatedKubernetes } from './SimulatedKubernetes';
import { soon } from './soon';

const USER = 'user:default/data-engineer';

const DECISIONS: Record<string, typeof decideDelete> = {
  start: decideStart,
  restart: decideRestart,
  terminate: decideTerminate,
  delete: decideDelete,
  'give-up-pods': decideGiveUpPods,
};

/** One backend of a test. */
export interface TestBackend {
  reconciler: Reconciler;
  gateway: MortalGateway;
  publisher: RecordingPublisher;
  connection: KubernetesConnection;
}

export interface WorldOptions {
  simulator?: KubernetesSimulatorOptions;
  quota?: NamespaceMapping['quota'];
  createNamespaces?: boolean;
  startTimeout?: number;
  /** Without a mapping, where clusters run on; watched one by one where all at once is forbidden. */
  formerNamespaces?: string[];
  /** What reconcilers go by; the machine's by default, as for all else. */
  clock?: Clock;
}

/** A real store, a simulated Kubernetes, and backends that come and go. */
export class ReconcilerWorld {
  static async create(
    databases: TestDatabases,
    options: WorldOptions = {},
  ): Promise<ReconcilerWorld> {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
    const platform = KnexPlatformStore.create({ knex });
    await platform.seed({ nodeTypes: DEFAULT_NODE_TYPES, volumes: [] });
    return new ReconcilerWorld(
      options,
      knex,
      KnexClusterStore.create({ knex, clock: new SystemClock() }),
      platform,
      await SimulatedKubernetes.start(options.simulator),
    );
  }

  /** What the backends did by themselves. */
  readonly audited: Audited[] = [];
  private readonly backends: TestBackend[] = [];

  private constructor(
    private readonly options: WorldOptions,
    readonly knex: Knex,
    readonly store: KnexClusterStore,
    private readonly platform: KnexPlatformStore,
    readonly kubernetes: SimulatedKubernetes,
  ) {}

  /** A backend, not started yet. */
  backend(death?: Death): TestBackend {
    const clock = new SystemClock();
    const logger = mockServices.logger.mock();
    const connection = KubernetesConnection.create({
      name: 'demo',
      kubeConfig: this.kubernetes.kubeConfig,
      simulated: true,
      namespaces: ['data-eng'],
      formerNamespaces: this.options.formerNamespaces,
      clock,
      logger,
    });
    const gateway = new MortalGateway(connection.gateway, death);
    const publisher = new RecordingPublisher();
    const reconciler = Reconciler.create({
      connection: { name: 'demo', gateway, watcher: connection.watcher },
      store: this.store,
      platform: this.platform,
      mappings: NamespaceMappings.create({
        mappings: [
          {
            kubernetesCluster: 'demo',
            name: 'data-eng',
            owner: 'group:default/data-engineering',
            quota: this.options.quota,
          },
        ],
        kubernetesClusters: ['demo'],
      }),
      images: [{ name: 'Spark', image: 'apache/spark:4.3.0', default: true }],
      exposure: CLUSTER_IP,
      createNamespaces: this.options.createNamespaces ?? false,
      startTimeout: this.options.startTimeout ?? 900_000,
      clock: this.options.clock ?? clock,
      logger,
      publisher,
      trail: AuditTrail.create({ auditor: recordingAuditor(this.audited) }),
      metrics: ReconcilerMetrics.create({ metrics: metricsServiceMock.mock() }),
    });
    const backend = { reconciler, gateway, publisher, connection };
    this.backends.push(backend);
    return backend;
  }

  /** A backend at work. */
  startBackend(death?: Death): TestBackend {
    const backend = this.backend(death);
    backend.reconciler.start();
    return backend;
  }

  /** Ends a backend as SIGKILL does: no more requests, no more watch events, no farewell. */
  async kill(backend: TestBackend): Promise<void> {
    backend.gateway.kill();
    await backend.connection.close();
  }

  /** Stores a cluster, as the service does, and tells the backend. */
  async create(
    backend: TestBackend,
    changes: Partial<NewCluster> = {},
  ): Promise<ClusterRecord> {
    const cluster = await this.store.create(newCluster(changes));
    backend.reconciler.enqueue(cluster.id);
    return cluster;
  }

  /** Gives a command, as the service does. */
  async command(
    backend: TestBackend,
    id: string,
    /** `start`, `restart`, `terminate`, `delete` or `give-up-pods`. */
    command: string,
  ): Promise<void> {
    await this.store.change(id, cluster =>
      DECISIONS[command]({ cluster, user: USER }),
    );
    backend.reconciler.enqueue(id);
  }

  /** Waits until the store shows the cluster like this; lets something go on until then. */
  async shows(
    id: string,
    expected: { state: string; reason?: string },
    goOn: () => void = () => {},
  ): Promise<ClusterRecord> {
    return await soon(async () => {
      goOn();
      const cluster = await this.store.get(id);
      const { state, reason } = cluster?.observed ?? {};
      if (
        !cluster ||
        state !== expected.state ||
        (expected.reason && reason !== expected.reason)
      ) {
        throw new Error(
          `Cluster ${id} shows ${state} ${reason}, not ${expected.state}`,
        );
      }
      return cluster;
    });
  }

  /** Waits until the cluster's row is a tombstone. */
  async forgets(id: string): Promise<void> {
    await soon(async () => {
      const cluster = await this.store.get(id);
      if (cluster) {
        throw new Error(`Cluster ${id} is ${cluster.observed.state}, not gone`);
      }
    });
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.backends.map(async ({ gateway, reconciler, connection }) => {
        if (!gateway.dead) {
          await reconciler.stop();
        }
        await connection.close();
      }),
    );
    await this.kubernetes.stop();
  }
}
