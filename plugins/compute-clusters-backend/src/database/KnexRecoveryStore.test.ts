import { TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, testSpec, testStores } from './__testUtils__';
import { KnexRecoveryStore } from './KnexRecoveryStore';
import { NameConflictError } from './NameConflictError';
import { RestoredCluster } from './RecoveryStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const ADMIN = 'user:default/platform-admin';

const lost = (changes: Partial<RestoredCluster> = {}): RestoredCluster => ({
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  kubernetesCluster: 'demo',
  namespace: 'data-eng',
  name: 'etl',
  description: 'Nightly',
  spec: testSpec({
    tags: { team: 'a' },
    autoTermination: { enabled: true, idleMinutes: 30 },
  }),
  generation: 3,
  run: {
    sequence: 2,
    requestedBy: 'user:default/data-engineer',
    startedAt: new Date('2025-12-01T12:00:00Z'),
  },
  power: 'on',
  createdBy: 'user:default/data-engineer',
  createdAt: new Date('2025-01-01T12:00:00Z'),
  user: ADMIN,
  ...changes,
});

describe.each(databases.eachSupportedId())(
  'KnexRecoveryStore, %p',
  databaseId => {
    const setUp = async () => {
      const stores = await testStores(databases, databaseId);
      return { ...stores, recoveries: KnexRecoveryStore.create(stores) };
    };

    it('restores a running cluster with its run', async () => {
      const { recoveries, store, clock } = await setUp();
      const { user: _, run, ...cluster } = lost();
      const restored = await recoveries.restore(lost());
      expect(restored).toMatchObject({
        ...cluster,
        run: { ...run, generation: 3, endedAt: null },
        updatedBy: ADMIN,
        updatedAt: clock.now(),
        observed: { state: 'STARTING', reason: 'Recovered' },
        automation: { activeAt: null },
      });
      expect(await store.get(cluster.id)).toEqual(restored);
    });

    it('restores a stopped cluster with its last run', async () => {
      const { recoveries, store, clock } = await setUp();
      const restored = await recoveries.restore(lost({ power: 'off' }));
      expect(restored).toMatchObject({
        power: 'off',
        run: { sequence: 2, endedAt: clock.now(), endReason: 'Recovered' },
        observed: { state: 'STOPPING' },
      });
      expect(await store.get(restored.id)).toEqual(restored);
    });

    it('writes who did it, and what it can be found by', async () => {
      const { recoveries, store } = await setUp();
      const { id } = await recoveries.restore(lost());
      const { items } = await store.listActivity(id, { limit: 20 });
      expect(items).toMatchObject([{ action: 'recover', user: ADMIN }]);
      const tagged = await store.list({ tag: ['team=a'], limit: 20 });
      expect(tagged.items.map(cluster => cluster.id)).toEqual([id]);
    });

    it.each<[string, Partial<RestoredCluster>]>([
      ['its name is taken', {}],
      ['its id is taken', { name: 'other' }],
    ])('refuses when %s', async (_, changes) => {
      const { recoveries, store } = await setUp();
      if (changes.name) {
        await recoveries.restore(lost());
      } else {
        await store.create(newCluster());
      }
      await expect(recoveries.restore(lost(changes))).rejects.toThrow(
        NameConflictError,
      );
      expect((await store.list({ limit: 20 })).totalItems).toBe(1);
    });
  },
);
