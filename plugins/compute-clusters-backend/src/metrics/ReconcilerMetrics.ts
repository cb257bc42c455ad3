import {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type { ObservedStatus } from '../database';

/** Name prefix of all metrics of this plugin. */
export const METRICS_PREFIX = 'compute_clusters';

/** What metrics look at of what is shown of a compute cluster. */
type Shown = Pick<ObservedStatus, 'state' | 'reason' | 'since'>;

/** How the reconcilers do, and the compute clusters with them; one instance for all Kubernetes clusters. */
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
      metrics.createCounter(`${METRICS_PREFIX}.starts`, {
        description: 'Times that a compute cluster became ACTIVE',
      }),
      metrics.createHistogram(`${METRICS_PREFIX}.start.duration`, {
        description: 'Time that a compute cluster was STARTING until ACTIVE',
        unit: 's',
      }),
      metrics.createCounter(`${METRICS_PREFIX}.failures`, {
        description: 'Times that a compute cluster became FAILED',
      }),
    );
  }

  private constructor(
    private readonly duration: MetricsServiceHistogram,
    private readonly errors: MetricsServiceCounter,
    private readonly starts: MetricsServiceCounter,
    private readonly startDuration: MetricsServiceHistogram,
    private readonly failures: MetricsServiceCounter,
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

  /** The store now shows a compute cluster in another way. */
  shown(kubernetesCluster: string, before: Shown, after: Shown): void {
    if (before.state === after.state) {
      return;
    }
    const attributes = { kubernetes_cluster: kubernetesCluster };
    if (after.state === 'FAILED') {
      this.failures.add(1, { ...attributes, reason: after.reason });
    }
    if (after.state === 'ACTIVE') {
      this.starts.add(1, attributes);
    }
    if (after.state === 'ACTIVE' && before.state === 'STARTING') {
      const took = after.since.getTime() - before.since.getTime();
      this.startDuration.record(took / 1000, attributes);
    }
  }
}
