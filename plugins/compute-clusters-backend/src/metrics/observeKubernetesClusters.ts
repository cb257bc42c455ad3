import {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import { Clock } from '../clock';
import { ClusterStore } from '../database';
import { KubernetesClusterHealthReader } from '../health';
import { METRICS_PREFIX } from './ReconcilerMetrics';

/** What can be asked of a reconciler for its metrics. */
export interface ObservedReconciler {
  readonly name: string;
  /** Keys in line and at work. */
  readonly queueDepth: number;
}

/** Offers gauges that are read when somebody collects metrics, from the store: so any backend tells the same. */
export function observeKubernetesClusters(options: {
  metrics: MetricsService;
  health: KubernetesClusterHealthReader;
  store: ClusterStore;
  reconcilers: ObservedReconciler[];
  clock: Clock;
}): void {
  const { metrics, health, store, reconcilers, clock } = options;
  const gauge = (
    name: string,
    description: string,
    callback: (result: MetricsServiceObservableResult) => Promise<void>,
  ) =>
    metrics
      .createObservableGauge(`${METRICS_PREFIX}.${name}`, { description })
      .addCallback(callback);

  gauge(
    'kubernetes.reachable',
    '1 if the Kubernetes cluster answers, else 0',
    async result => {
      const { kubernetesClusters } = await health.read();
      for (const { name, reachable } of kubernetesClusters) {
        result.observe(reachable ? 1 : 0, { kubernetes_cluster: name });
      }
    },
  );
  gauge(
    'kubernetes.age',
    'Seconds since the Kubernetes cluster last answered',
    async result => {
      const { kubernetesClusters } = await health.read();
      for (const { name, answeredAt } of kubernetesClusters) {
        if (answeredAt) {
          const age = clock.now().getTime() - answeredAt.getTime();
          result.observe(age / 1000, { kubernetes_cluster: name });
        }
      }
    },
  );
  gauge('clusters', 'Compute clusters by state', async result => {
    for (const {
      kubernetesCluster,
      state,
      count,
    } of await store.countStates()) {
      result.observe(count, { kubernetes_cluster: kubernetesCluster, state });
    }
  });
  gauge(
    'reconcile.queue',
    'Compute clusters in line for the reconciler and at work',
    async result => {
      for (const { name, queueDepth } of reconcilers) {
        result.observe(queueDepth, { kubernetes_cluster: name });
      }
    },
  );
}
