import { ClusterRecord } from '../database';
import { KubernetesClusterWorker } from './KubernetesClusterWorker';

/** The workers of all configured Kubernetes clusters. */
export class KubernetesClusterWorkers {
  static create(workers: KubernetesClusterWorker[]): KubernetesClusterWorkers {
    return new KubernetesClusterWorkers(workers);
  }

  private constructor(private readonly workers: KubernetesClusterWorker[]) {}

  all(): KubernetesClusterWorker[] {
    return this.workers;
  }

  /** Looks at a compute cluster soon; one on a Kubernetes cluster that is no longer configured waits for its return. */
  enqueue(cluster: Pick<ClusterRecord, 'id' | 'kubernetesCluster'>): void {
    this.workers
      .find(({ name }) => name === cluster.kubernetesCluster)
      ?.enqueue(cluster.id);
  }

  start(): void {
    this.workers.forEach(worker => worker.start());
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.stop()));
  }
}
