import {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';
import type { RequestListener } from '../kubernetes';
import { METRICS_PREFIX } from './ReconcilerMetrics';

/** What this backend asks of the Kubernetes clusters; one instance for all of them. */
export class KubernetesRequestMetrics {
  static create(options: {
    metrics: MetricsService;
  }): KubernetesRequestMetrics {
    return new KubernetesRequestMetrics(
      options.metrics.createCounter(`${METRICS_PREFIX}.kubernetes.requests`, {
        description: 'Requests to the API server of a Kubernetes cluster',
      }),
    );
  }

  private constructor(private readonly requests: MetricsServiceCounter) {}

  /** Counts the requests to one Kubernetes cluster. */
  listenerFor(kubernetesCluster: string): RequestListener {
    return ({ verb, status }) =>
      this.requests.add(1, {
        kubernetes_cluster: kubernetesCluster,
        verb,
        code: status === undefined ? 'none' : String(status),
      });
  }
}
