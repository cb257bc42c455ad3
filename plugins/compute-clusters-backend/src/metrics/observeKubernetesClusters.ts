import {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import { Clock } from '../clock';
import { ClusterStore } from '../database';
import { KubernetesClusterHealthReader } from '../health';
import { ObjectWatcher } from '../kubernetes';
import { METRICS_PREFIX } from './ReconcilerMetrics';

/** What can be asked of a reconciler for its metrics. */
export interface ObservedReconciler {
  readonly name: string;
  /** Keys in line and at work. */
  readonly queueDepth: number;
}

/** What can be asked of a connection for its metrics. */
export interface ObservedConnection {
  readonly name: string;
  readonly watcher: Pick<ObjectWatcher, 'answeredAt' | 'rewatches'>;
}

/**
 * Offers gauges that are read when somebody collects metrics. What concerns compute clusters and health comes from the
 * store, so any backend tells the same; queue and watches are this backend's own.
 */
export function observeKubernetesClusters(options: {
  metrics: MetricsService;
  health: KubernetesClusterHealthReader;
  store: ClusterStore;
  reconcilers: ObservedReconciler[];
  kubernetes: { all(): ObservedConnection[] };
  clock: Clock;
}): void {
  const { metrics, health, store, reconcilers, kubernetes, clock } = options;
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
  gauge(
    'kubernetes.watch.age',
    'Seconds since a watch of this backend last said anything',
    async result => {
      for (const { name, watcher } of kubernetes.all()) {
        const answeredAt = watcher.answeredAt();
        if (answeredAt) {
          const age = clock.now().getTime() - answeredAt.getTime();
          result.observe(age / 1000, { kubernetes_cluster: name });
        }
      }
    },
  );
  metrics
    .createObservableCounter(`${METRICS_PREFIX}.kubernetes.watch.restarts`, {
      description: 'Watches of this backend after the first of each kind',
    })
    .addCallback(async result => {
      for (const { name, watcher } of kubernetes.all()) {
        result.observe(watcher.rewatches(), { kubernetes_cluster: name });
      }
    });
}
