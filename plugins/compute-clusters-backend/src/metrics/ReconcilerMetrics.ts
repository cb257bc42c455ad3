import {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';

/** Name prefix of all metrics of this plugin. */
export const METRICS_PREFIX = 'compute_clusters';

/** How the reconcilers do; one instance for all Kubernetes clusters. */
export class ReconcilerMetrics {
  static create(options: { metrics: MetricsService }): ReconcilerMetrics {
    const { metrics } = options;
    return new ReconcilerMetrics(
      metrics.createHistogram(`${METRICS_PREFIX}.reconcile.duration`, {
        description: 'Time of one pass over one compute cluster',
        unit: 's',
      }),
      metrics.createCounter(`${METRICS_PREFIX}.reconcile.errors`, {
        description: 'Passes that failed and are repeated',
      }),
    );
  }

  private constructor(
    private readonly duration: MetricsServiceHistogram,
    private readonly errors: MetricsServiceCounter,
  ) {}

  /** One pass ended after so many milliseconds. */
  passed(kubernetesCluster: string, milliseconds: number): void {
    this.duration.record(milliseconds / 1000, {
      kubernetes_cluster: kubernetesCluster,
    });
  }

  /** One pass failed. */
  failed(kubernetesCluster: string): void {
    this.errors.add(1, { kubernetes_cluster: kubernetesCluster });
  }
}
