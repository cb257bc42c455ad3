import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { CoreV1Api, V1Pod } from '@kubernetes/client-node';
import { ManualClock, SystemClock } from '../../clock';
import { ClusterStore, KnexLogArchiveStore } from '../../database';
import { newCluster, testStores } from '../../database/__testUtils__';
import {
  Component,
  KubernetesConnection,
  LABELS,
  managedLabels,
  PodLogRequest,
} from '../../kubernetes';
import { SimulatedKubernetes } from '../../reconciler/__testUtils__/SimulatedKubernetes';
import { LogArchiver } from '../LogArchiver';

const NAMESPACE = 'data-eng';

/** A real store, a simulated Kubernetes that stops pods as slowly as a real one, and archivers on it. */
export class ArchiverWorld {
  static async create(
    databases: TestDatabases,
    databaseId: TestDatabaseId = 'SQLITE_3',
  ): Promise<ArchiverWorld> {
    const { knex, store, clock } = await testStores(databases, databaseId);
    const kubernetes = await SimulatedKubernetes.start({
      namespaces: [NAMESPACE, 'elsewhere'],
      timings: { termination: 300, failure: 20 },
    });
    const connection = KubernetesConnection.create({
      name: 'demo',
      kubeConfig: kubernetes.kubeConfig,
      simulated: true,
      clock: new SystemClock(),
      logger: mockServices.logger.mock(),
    });
    const { id } = await store.create(newCluster());
    await connection.watcher.start();
    return new ArchiverWorld(knex, store, clock, kubernetes, connection, id);
  }

  readonly archives;
  readonly logger = mockServices.logger.mock();
  /** What archivers asked Kubernetes for. */
  readonly asked: PodLogRequest[] = [];
  /** Ids of compute clusters of whose drivers archivers know why they failed. */
  readonly causesKept: string[] = [];
  private readonly core: CoreV1Api;
  private readonly archivers: LogArchiver[] = [];

  private constructor(
    readonly knex: Awaited<ReturnType<typeof testStores>>['knex'],
    readonly store: ClusterStore,
    /** Of the archivers only. */
    readonly clock: ManualClock,
    readonly kubernetes: SimulatedKubernetes,
    readonly connection: KubernetesConnection,
    readonly clusterId: string,
  ) {
    this.archives = KnexLogArchiveStore.create({ knex, clock });
    this.core = kubernetes.kubeConfig.makeApiClient(CoreV1Api);
  }

  /** An archiver at work. */
  archiver(options: { maxBytes?: number } = {}): LogArchiver {
    const { connection, archives, clock, logger } = this;
    const archiver = LogArchiver.create({
      connection: {
        name: 'demo',
        watcher: connection.watcher,
        logs: {
          open: async (request, controller) => {
            const log = await connection.logs.open(request, controller);
            this.asked.push(request);
            return log;
          },
        },
      },
      store: archives,
      clusters: this.store,
      clock,
      logger,
      maxBytes: options.maxBytes ?? 1024 * 1024,
      onCauseKept: clusterId => this.causesKept.push(clusterId),
      random: () => 0,
    });
    archiver.start();
    this.archivers.push(archiver);
    return archiver;
  }

  /** A pod of the cluster's first run; `simulate` is how it fails. */
  async make(
    name: string,
    pod: {
      component?: Component;
      simulate?: string;
      clusterId?: string;
      namespace?: string;
    } = {},
  ): Promise<void> {
    const { component = 'driver', simulate, clusterId } = pod;
    const { namespace = NAMESPACE } = pod;
    const body: V1Pod = {
      metadata: {
        name,
        namespace,
        labels: {
          ...managedLabels(),
          [LABELS.clusterId]: clusterId ?? this.clusterId,
          [LABELS.run]: '1',
          [LABELS.component]: component,
        },
        annotations: simulate ? { simulate } : {},
      },
      spec: {
        restartPolicy: 'Never',
        containers: [
          {
            name: component,
            image: 'spark',
            terminationMessagePolicy: 'FallbackToLogsOnError',
          },
        ],
      },
    };
    await this.core.createNamespacedPod({ namespace, body });
  }

  async delete(name: string): Promise<void> {
    await this.core.deleteNamespacedPod({ namespace: NAMESPACE, name });
  }

  async evict(name: string): Promise<void> {
    await this.core.createNamespacedPodEviction({
      namespace: NAMESPACE,
      name,
      body: { metadata: { name, namespace: NAMESPACE } },
    });
  }

  /** How the watch shows a pod. */
  seen(name: string) {
    return this.connection.watcher
      .objectsOf(this.clusterId)
      .pods.find(pod => pod.name === name);
  }

  async stop(): Promise<void> {
    await Promise.all(this.archivers.map(archiver => archiver.stop()));
    await this.connection.close();
    await this.kubernetes.stop();
  }
}
