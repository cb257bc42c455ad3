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

interface Observed {
  metrics: MetricsService;
  health: KubernetesClusterHealthReader;
  store: ClusterStore;
  reconcilers: ObservedReconciler[];
  kubernetes: { all(): ObservedConnection[] };
  clock: Clock;
}

/**
 * Offers gauges that are read when somebody collects metrics. What concerns compute clusters and health comes from the
 * store, so any backend tells the same; queue and watches are this backend's own.
 */
export function observeKubernetesClusters(options: Observed): void {
  observeHealth(options);
  observeStates(options);
  observeQueues(options);
  observeWatches(options);
}

function observeHealth({ metrics, health, clock }: Observed): void {
  gauge(
    metrics,
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
    metrics,
    'kubernetes.age',
    'Seconds since the Kubernetes cluster last answered',
    async result => {
      const { kubernetesClusters } = await health.read();
      for (const { name, answeredAt } of kubernetesClusters) {
        observeAge(result, name, answeredAt, clock);
      }
    },
  );
}

function observeStates({ metrics, store }: Observed): void {
  gauge(metrics, 'clusters', 'Compute clusters by state', async result => {
    const counts = await store.countStates();
    for (const { kubernetesCluster, state, count } of counts) {
      result.observe(count, { kubernetes_cluster: kubernetesCluster, state });
    }
  });
}

function observeQueues({ metrics, reconcilers }: Observed): void {
  gauge(
    metrics,
    'reconcile.queue',
    'Compute clusters in line for the reconciler and at work',
    async result => {
      for (const { name, queueDepth } of reconcilers) {
        result.observe(queueDepth, { kubernetes_cluster: name });
      }
    },
  );
}

function observeWatches({ metrics, kubernetes, clock }: Observed): void {
  gauge(
    metrics,
    'kubernetes.watch.age',
    'Seconds since a watch of this backend last said anything',
    async result => {
      for (const { name, watcher } of kubernetes.all()) {
        observeAge(result, name, watcher.answeredAt(), clock);
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

function gauge(
  metrics: MetricsService,
  name: string,
  description: string,
  callback: (result: MetricsServiceObservableResult) => Promise<void>,
): void {
  metrics
    .createObservableGauge(`${METRICS_PREFIX}.${name}`, { description })
    .addCallback(callback);
}

/** In seconds; nothing of who has never answered. */
function observeAge(
  result: MetricsServiceObservableResult,
  name: string,
  answeredAt: Date | null | undefined,
  clock: Clock,
): void {
  if (answeredAt) {
    const age = clock.now().getTime() - answeredAt.getTime();
    result.observe(age / 1000, { kubernetes_cluster: name });
  }
}
