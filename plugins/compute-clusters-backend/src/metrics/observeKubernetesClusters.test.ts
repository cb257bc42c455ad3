import { TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  MetricsServiceObservableCallback,
  MetricsServiceObservableGauge,
} from '@backstage/backend-plugin-api/alpha';
import { newCluster, testStores } from '../database/__testUtils__';
import { KubernetesClusterHealthReader } from '../health';
import { observeKubernetesClusters } from './observeKubernetesClusters';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('metrics, %p', databaseId => {
  it('tell of Kubernetes clusters, of states and of the queue', async () => {
    const { store, kubernetesClusters, clock } = await testStores(
      databases,
      databaseId,
    );
    await store.create(newCluster({ name: 'one' }));
    await store.create(newCluster({ name: 'two' }));
    const gone = await store.create(newCluster({ name: 'gone' }));
    await store.remove(gone.id);
    await kubernetesClusters.acquireLease({
      name: 'demo',
      holder: 'backend',
      now: clock.now(),
      duration: 12_000,
    });
    await kubernetesClusters.saveAnsweredAt('demo', clock.now());
    clock.advance(1_000);
    const heardAt = clock.now();
    clock.advance(2_000);

    const callbacks = new Map<string, MetricsServiceObservableCallback>();
    const gaugeOf = (name: string): MetricsServiceObservableGauge => ({
      addCallback: callback => callbacks.set(name, callback),
      removeCallback: () => callbacks.delete(name),
    });
    observeKubernetesClusters({
      metrics: metricsServiceMock.mock({
        createObservableGauge: gaugeOf,
        createObservableCounter: gaugeOf,
      }),
      health: KubernetesClusterHealthReader.create({
        sources: ['demo', 'silent'].map(name => ({
          name,
          simulated: false,
          watcher: { problem: () => undefined },
        })),
        store: kubernetesClusters,
        clock,
      }),
      store,
      reconcilers: [{ name: 'demo', queueDepth: 7 }],
      kubernetes: {
        all: () => [
          {
            name: 'demo',
            watcher: { answeredAt: () => heardAt, rewatches: () => 4 },
          },
          {
            name: 'silent',
            watcher: { answeredAt: () => undefined, rewatches: () => 0 },
          },
        ],
      },
      clock,
    });

    const collect = async (name: string) => {
      const seen: unknown[] = [];
      await callbacks.get(name)?.({
        observe: (value, attributes) => seen.push([value, attributes]),
      });
      return seen;
    };
    const demo = { kubernetes_cluster: 'demo' };
    expect(await collect('compute_clusters.kubernetes.reachable')).toEqual([
      [1, demo],
      [0, { kubernetes_cluster: 'silent' }],
    ]);
    expect(await collect('compute_clusters.kubernetes.age')).toEqual([
      [3, demo],
    ]);
    expect(await collect('compute_clusters.clusters')).toEqual([
      [2, { ...demo, state: 'STARTING' }],
    ]);
    expect(await collect('compute_clusters.reconcile.queue')).toEqual([
      [7, demo],
    ]);
    expect(await collect('compute_clusters.kubernetes.watch.age')).toEqual([
      [2, demo],
    ]);
    expect(await collect('compute_clusters.kubernetes.watch.restarts')).toEqual(
      [
        [4, demo],
        [0, { kubernetes_cluster: 'silent' }],
      ],
    );
  });
});
