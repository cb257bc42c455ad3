import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { KnexKubernetesEventStore } from '../database';
import { newCluster, testStores } from '../database/__testUtils__';
import { Retention } from './Retention';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const DAY = 24 * 60 * 60 * 1000;

describe('Retention', () => {
  async function open() {
    const { knex, clock, store } = await testStores(databases, 'SQLITE_3');
    const { id: clusterId } = await store.create(newCluster());
    const events = KnexKubernetesEventStore.create({ knex });
    const save = async (days: number, count: number) => {
      const seen = new Date(clock.now().getTime() - days * DAY);
      const uids = Array.from({ length: count }, (_, n) => `${days}-${n}`);
      await events.save(
        uids.map(uid => ({
          uid,
          clusterId,
          kubernetesCluster: 'demo',
          namespace: 'data-eng',
          type: 'Normal',
          reason: 'Pulled',
          message: '',
          object: 'Pod/etl-1-abcde',
          count: 1,
          firstSeen: seen,
          lastSeen: seen,
        })),
      );
    };
    const retention = Retention.create({
      subject: 'kubernetes-events',
      store: events,
      batch: 1_000,
      clock,
      logger: mockServices.logger.mock(),
      keep: 30 * DAY,
    });
    const left = async () =>
      (await events.list(clusterId, { limit: 1 })).totalItems;
    return { save, retention, left };
  }

  it('deletes all that is older than it keeps, however much, and nothing else', async () => {
    const { save, retention, left } = await open();
    await save(31, 2_500);
    await save(29, 10);

    await retention.run(new AbortController().signal);

    expect(await left()).toBe(10);
  });

  it('ends between two parts when it is told to', async () => {
    const { save, retention, left } = await open();
    await save(31, 1_500);

    await retention.run(AbortSignal.abort());

    expect(await left()).toBe(500);
  });
});
