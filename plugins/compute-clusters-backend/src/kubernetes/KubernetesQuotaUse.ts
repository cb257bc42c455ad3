import { ResourceTotals } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { KubernetesAccess } from './KubernetesConnections';

/** Tells what the pods of compute clusters use, as far as this backend watches them. */
export class KubernetesQuotaUse {
  static create(options: { kubernetes: KubernetesAccess }): KubernetesQuotaUse {
    return new KubernetesQuotaUse(options.kubernetes);
  }

  private constructor(private readonly kubernetes: KubernetesAccess) {}

  /** Null while Kubernetes is silent, or another backend watches it. */
  of(kubernetesCluster: string, namespace: string): ResourceTotals | null {
    const { watcher } = this.kubernetes.get(kubernetesCluster);
    return watcher.synced() ? watcher.useOf(namespace) : null;
  }
}
