import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { CoreV1Api, CoreV1Event } from '@kubernetes/client-node';
import { SystemClock } from '../clock';
import { KnexKubernetesEventStore } from '../database';
import { newCluster, testStores } from '../database/__testUtils__';
import { KubernetesConnection, LABELS, managedLabels } from '../kubernetes';
import { SimulatedKubernetes } from '../reconciler/__testUtils__/SimulatedKubernetes';
import { soon } from '../reconciler/__testUtils__/soon';
import { EventCollector } from './EventCollector';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('EventCollector', () => {
  let kubernetes: SimulatedKubernetes;
  let api: CoreV1Api;
  let stop: (() => Promise<void>)[];

  beforeEach(async () => {
    kubernetes = await SimulatedKubernetes.start({
      namespaces: ['data-eng', 'elsewhere'],
    });
    api = kubernetes.kubeConfig.makeApiClient(CoreV1Api);
    stop = [];
  });

  afterEach(async () => {
    await Promise.all(stop.map(end => end()));
    await kubernetes.stop();
  });

  /** A cluster `etl` in its first run, and a collector that waits for its lease. */
  async function open(
    options: { capacity?: number; firstListAfter?: number } = {},
  ) {
    const stores = await testStores(databases, 'SQLITE_3');
    const { id } = await stores.store.create(newCluster());
    const clock = new SystemClock();
    const logger = mockServices.logger.mock();
    const connection = KubernetesConnection.create({
      name: 'demo',
      kubeConfig: kubernetes.kubeConfig,
      simulated: true,
      clock,
      logger,
    });
    const events = KnexKubernetesEventStore.create(stores);
    const collector = EventCollector.create({
      connection,
      store: events,
      namespaces: ['data-eng'],
      clock,
      logger,
      firstListAfter: 0,
      ...options,
    });
    stop.push(async () => {
      await collector.stop();
      await connection.close();
    });
    await connection.watcher.start();
    const stored = async (limit = 500) =>
      (await events.list(id, { limit })).items;
    return { ...stores, id, events, collector, stored, logger };
  }

  let count = 0;
  const happen = async (
    name: string,
    changes: Partial<CoreV1Event> = {},
  ): Promise<CoreV1Event> => {
    count += 1;
    return await api.createNamespacedEvent({
      namespace: 'data-eng',
      body: {
        metadata: { name: `event-${count}`, namespace: 'data-eng' },
        involvedObject: { kind: 'Pod', namespace: 'data-eng', name },
        type: 'Warning',
        reason: 'BackOff',
        message: `message ${count}`,
        count: 1,
        firstTimestamp: new Date('2026-01-01T12:00:00Z'),
        lastTimestamp: new Date('2026-01-01T12:00:00Z'),
        ...changes,
      },
    });
  };

  it.each([
    ['its driver', 'Pod', 'etl-1-abcde'],
    ['an executor', 'Pod', 'etl-1-abcde-exec-12'],
    [
      'the claim of an executor',
      'PersistentVolumeClaim',
      'etl-1-abcde-exec-12-pvc-0',
    ],
    ['its Job', 'Job', 'etl-1'],
    ['its Service', 'Service', 'etl'],
  ])('stores what is told of %s', async (_, kind, name) => {
    const { collector, stored } = await open();
    collector.start();

    await happen(name, {
      involvedObject: { kind, namespace: 'data-eng', name },
    });

    await soon(async () => {
      expect(await stored()).toMatchObject([
        {
          type: 'Warning',
          reason: 'BackOff',
          object: `${kind}/${name}`,
          count: 1,
          lastSeen: new Date('2026-01-01T12:00:00Z'),
        },
      ]);
    });
  });

  it('leaves alone what is told of others', async () => {
    const { collector, stored, knex } = await open();
    collector.start();

    for (const name of [
      'etl',
      'etl-2-abcde',
      'etl-web-abcde',
      'other-1-abcde',
    ]) {
      await happen(name);
    }
    await happen('etl-1-abcde', {
      involvedObject: { kind: 'Node', name: 'etl-1-abcde' },
    });
    await happen('etl-1-zzzzz');

    await soon(async () => {
      expect(await stored()).toMatchObject([{ object: 'Pod/etl-1-zzzzz' }]);
    });
    expect(await knex('kubernetes_events')).toHaveLength(1);
  });

  it('leaves alone what is told of a pod that carries a cluster’s labels elsewhere', async () => {
    const { collector, stored, id, knex } = await open();
    collector.start();

    await api.createNamespacedPod({
      namespace: 'elsewhere',
      body: {
        metadata: {
          name: 'stranger',
          labels: {
            ...managedLabels(),
            [LABELS.clusterId]: id,
            [LABELS.run]: '1',
            [LABELS.component]: 'driver',
          },
        },
        spec: { containers: [{ name: 'driver', image: 'stranger' }] },
      },
    });
    await soon(async () => {
      const { items } = await api.listNamespacedEvent({
        namespace: 'elsewhere',
      });
      expect(items.map(({ reason }) => reason)).toContain('Started');
    });
    await happen('etl-1-abcde');

    await soon(async () => expect(await stored()).toHaveLength(1));
    expect(await knex('kubernetes_events')).toHaveLength(1);
  });

  it('reads what happened before it began, and counts up what goes on', async () => {
    const { collector, stored } = await open();
    const { metadata } = await happen('etl-1-abcde');

    collector.start();
    await soon(async () => expect(await stored()).toHaveLength(1));
    await api.patchNamespacedEvent({
      namespace: 'data-eng',
      name: metadata.name ?? '',
      body: [{ op: 'replace', path: '/count', value: 7 }],
    });

    await soon(async () => {
      expect(await stored()).toMatchObject([{ count: 7 }]);
    });
  });

  it('stores what it hears while it leaves it for later to read the rest', async () => {
    const { collector, stored } = await open({ firstListAfter: 3_600_000 });
    await happen('etl-1-before');
    collector.start();
    await happen('etl-1-since');

    await soon(async () => expect(await stored()).toHaveLength(1));
    expect(await stored()).toMatchObject([{ object: 'Pod/etl-1-since' }]);
  });

  it('reads what happened while another backend, or none, had the lease', async () => {
    const { collector, stored } = await open();
    collector.start();
    await collector.stop();
    await happen('etl-1-abcde');

    collector.start();

    await soon(async () => expect(await stored()).toHaveLength(1));
  });

  it('keeps what Kubernetes forgets', async () => {
    const { collector, stored } = await open();
    collector.start();
    const { metadata } = await happen('etl-1-abcde');
    await soon(async () => expect(await stored()).toHaveLength(1));

    await api.deleteNamespacedEvent({
      namespace: 'data-eng',
      name: metadata.name ?? '',
    });
    await happen('etl-1-later');

    await soon(async () => expect(await stored()).toHaveLength(2));
  });

  it.each([
    ['in few statements', undefined],
    ['also if more come than it holds', 20],
  ])('stores a storm of events, %s', async (_, capacity) => {
    const { collector, events, id, knex } = await open({ capacity });
    let inserts = 0;
    knex.on('query', ({ sql }: { sql: string }) => {
      inserts += sql.startsWith('insert into `kubernetes_events`') ? 1 : 0;
    });
    collector.start();

    const lanes = Array.from({ length: 10 }, async (_lane, lane) => {
      for (let index = 0; index < 100; index += 1) {
        await happen(`etl-1-abcde-exec-${lane * 100 + index}`);
      }
    });
    await Promise.all(lanes);

    await soon(async () => {
      const { totalItems } = await events.list(id, { limit: 1 });
      expect(totalItems).toBe(1_000);
    });
    expect(inserts).toBeLessThan(300);
  });

  it('stores later what the database refuses now', async () => {
    const { collector, stored, knex, logger } = await open();
    await knex.schema.renameTable('kubernetes_events', 'away');
    collector.start();
    await happen('etl-1-abcde');
    await soon(() => expect(logger.warn).toHaveBeenCalled());

    await knex.schema.renameTable('away', 'kubernetes_events');

    await soon(async () => expect(await stored()).toHaveLength(1));
  });
});
