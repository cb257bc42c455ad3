import { KubernetesClusterStore } from '../database';
import { Heartbeat } from '../health';
import { Reconciler, ReconcilerOptions } from '../reconciler';
import { LeasedWork, LeaseKeeper } from './LeaseKeeper';

export interface KubernetesClusterWorkerOptions extends ReconcilerOptions {
  kubernetesClusters: KubernetesClusterStore;
  /** Names this backend. */
  holder: string;
  /** What else is done while the lease is held. */
  work?: LeasedWork[];
}

/** All that this backend does for one Kubernetes cluster while it holds its lease: reconcile, and feel its pulse. */
export class KubernetesClusterWorker {
  static create(
    options: KubernetesClusterWorkerOptions,
  ): KubernetesClusterWorker {
    const { connection, kubernetesClusters: store } = options;
    const { name } = connection;
    const reconciler = Reconciler.create(options);
    const heartbeat = Heartbeat.create({
      ...options,
      ...connection,
      store,
      onReturn: () => reconciler.retryAll(),
    });
    const keeper = LeaseKeeper.create({
      ...options,
      name,
      store,
      work: [reconciler, heartbeat, ...(options.work ?? [])],
      answeredAt: () => heartbeat.answeredAt(),
    });
    return new KubernetesClusterWorker(options, reconciler, keeper);
  }

  private constructor(
    private readonly options: KubernetesClusterWorkerOptions,
    private readonly reconciler: Reconciler,
    private readonly keeper: LeaseKeeper,
  ) {}

  /** Of the Kubernetes cluster. */
  get name(): string {
    return this.reconciler.name;
  }

  /** Compute clusters in line and at work. */
  get queueDepth(): number {
    return this.reconciler.queueDepth;
  }

  /** Looks at a compute cluster, if this backend holds the lease, or as soon as it does. */
  enqueue(clusterId: string): void {
    this.reconciler.enqueue(clusterId);
  }

  /** Asks for the lease. Watches at once: who takes over is then up to date, and every backend knows what is used. */
  start(): void {
    this.options.connection.watcher.start();
    this.keeper.start();
  }

  /** Resolves when nothing more is under way and the lease is given back. */
  async stop(): Promise<void> {
    await this.keeper.stop();
  }
}
