import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { ClusterChange } from './ClusterStore';
import { NameConflictError } from './NameConflictError';
import { newCluster, observed, testSpec, testStores } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const USER = 'user:default/data-engineer';

const configured: ClusterChange = {
  spec: testSpec({ tags: { team: 'x' } }),
  activity: { action: 'configure', user: USER, message: 'Configured' },
};

describe.each(databases.eachSupportedId())('KnexClusterStore, %p', id => {
  const open = () => testStores(databases, id);

  describe('create', () => {
    it('stores the cluster, its first run and its first activity', async () => {
      const { store, clock } = await open();

      const cluster = await store.create(
        newCluster({ spec: testSpec({ tags: { team: 'x' } }) }),
      );

      expect(cluster).toMatchObject({
        namespace: 'data-eng',
        name: 'etl',
        generation: 1,
        power: 'on',
        createdBy: USER,
        createdAt: clock.now(),
        deletionRequestedAt: null,
        run: { sequence: 1, generation: 1, requestedBy: USER, endedAt: null },
        observed: { state: 'STARTING', reason: 'Accepted' },
      });
      expect(await store.get(cluster.id)).toEqual(cluster);
      const { items } = await store.listActivity(cluster.id, { limit: 10 });
      expect(items).toMatchObject([{ action: 'create', user: USER }]);
    });

    it('writes a new cluster without reading or deleting anything', async () => {
      const { store, knex } = await open();
      const verbs: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) =>
        verbs.push(sql.split(' ')[0].replace(';', '').toLowerCase()),
      );

      await store.create(newCluster({ spec: testSpec({ tags: { a: 'b' } }) }));

      expect(verbs).toEqual([
        'begin',
        'insert',
        'insert',
        'insert',
        'insert',
        'commit',
      ]);
    });

    it('refuses a taken name, also of a cluster that is being deleted', async () => {
      const { store } = await open();
      const { id: first } = await store.create(newCluster());
      await store.change(first, () => ({
        deletionRequested: true,
        activity: { action: 'delete', user: USER, message: 'Deleted' },
      }));

      await expect(store.create(newCluster())).rejects.toThrow(
        NameConflictError,
      );
    });

    it('takes the same name again once the first one is a tombstone', async () => {
      const { store } = await open();
      const first = await store.create(newCluster());
      await store.remove(first.id);

      const second = await store.create(newCluster());
      await store.remove(second.id);
      const third = await store.create(newCluster());

      expect(await store.getByName(newCluster())).toEqual(third);
    });

    it('makes one cluster of many requests with the same name at once', async () => {
      const { store } = await open();

      const results = await Promise.allSettled(
        Array.from({ length: 5 }, () => store.create(newCluster())),
      );

      expect(
        results.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(1);
    });

    it('does the same request once, also at the same time', async () => {
      const { store } = await open();
      const request = newCluster({ idempotencyKey: 'k1' });

      const clusters = await Promise.all(
        Array.from({ length: 3 }, () => store.create(request)),
      );

      expect(new Set(clusters.map(cluster => cluster.id)).size).toBe(1);
      expect(await store.create(request)).toEqual(clusters[0]);
    });

    it('refuses a key that was used for another request', async () => {
      const { store } = await open();
      await store.create(newCluster({ idempotencyKey: 'k1' }));

      await expect(
        store.create(newCluster({ idempotencyKey: 'k1', name: 'other' })),
      ).rejects.toThrow(ConflictError);
    });

    it('looks for keys to forget once a minute', async () => {
      const { store, knex, clock } = await open();
      let deletions = 0;
      knex.on('query', ({ sql }: { sql: string }) => {
        deletions += sql.startsWith('delete') ? 1 : 0;
      });

      for (const name of ['a', 'b', 'c']) {
        await store.create(newCluster({ idempotencyKey: name, name }));
      }
      expect(deletions).toBe(1);

      clock.advance(60_000);
      await store.create(newCluster({ idempotencyKey: 'd', name: 'd' }));
      expect(deletions).toBe(2);
    });

    it('forgets a key after a day', async () => {
      const { store, clock } = await open();
      await store.create(newCluster({ idempotencyKey: 'k1' }));
      clock.advance(25 * 60 * 60 * 1000);

      const other = await store.create(
        newCluster({ idempotencyKey: 'k1', name: 'c' }),
      );

      expect(other.name).toBe('c');
    });
  });

  describe('saveObserved', () => {
    it('stores what was seen', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());

      const stored = await store.saveObserved(
        cluster,
        { runSequence: 1, power: 'on' },
        observed(),
      );

      expect(stored).toBe(true);
      expect((await store.get(cluster))?.observed).toEqual(observed());
    });

    it('stores words of a container whatever they hold', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());

      await store.saveObserved(
        cluster,
        { runSequence: 1, power: 'on' },
        observed({ message: 'not allowed: /x\0' }),
      );

      expect((await store.get(cluster))?.observed.message).toBe(
        'not allowed: /x',
      );
    });

    it.each<[string, ClusterChange | 'removed']>([
      ['another run began', { beginRun: true, activity: configured.activity }],
      ['it was switched off', { power: 'off', activity: configured.activity }],
      [
        'its deletion was asked for',
        { deletionRequested: true, activity: configured.activity },
      ],
      ['it is gone', 'removed'],
    ])('stores nothing once %s', async (_, change) => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());
      if (change === 'removed') {
        await store.remove(cluster);
      } else {
        await store.change(cluster, () => change);
      }

      const stored = await store.saveObserved(
        cluster,
        { runSequence: 1, power: 'on' },
        observed(),
      );

      expect(stored).toBe(false);
    });
  });

  describe('remove', () => {
    it('tells removed clusters from live ones and from those it never knew', async () => {
      const { store } = await open();
      const removed = await store.create(newCluster());
      await store.remove(removed.id);
      const live = await store.create(newCluster());
      const unknown = '00000000-0000-4000-8000-000000000000';

      expect(await store.listRemoval([removed.id, live.id, unknown])).toEqual(
        new Map([
          [removed.id, true],
          [live.id, false],
        ]),
      );
    });

    it('hides the cluster and keeps its activity', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());

      await store.remove(cluster);

      expect(await store.get(cluster)).toBeUndefined();
      expect(await store.listIds('demo')).toEqual([]);
      const { totalItems } = await store.listActivity(cluster, { limit: 1 });
      expect(totalItems).toBe(1);
    });
  });

  describe('listNamespaces', () => {
    it('tells once where there are live clusters', async () => {
      const { store } = await open();
      await store.create(newCluster({ name: 'a' }));
      await store.create(newCluster({ name: 'b' }));
      const removed = await store.create(newCluster({ namespace: 'ml' }));
      await store.remove(removed.id);

      expect(await store.listNamespaces()).toEqual([
        { kubernetesCluster: 'demo', namespace: 'data-eng' },
      ]);
    });
  });

  describe('getMany', () => {
    it('answers in the order asked, with gaps', async () => {
      const { store } = await open();
      const a = await store.create(newCluster({ name: 'a' }));
      const b = await store.create(newCluster({ name: 'b' }));

      expect(await store.getMany([b.id, 'nope', a.id])).toEqual([
        b,
        undefined,
        a,
      ]);
    });
  });

  describe('listActivity', () => {
    it('shows the newest first, page by page', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());
      for (const message of ['one', 'two', 'three', 'four']) {
        await store.change(cluster, () => ({
          activity: { ...configured.activity, message },
        }));
      }

      const first = await store.listActivity(cluster, { limit: 2 });
      const second = await store.listActivity(cluster, {
        limit: 2,
        position: first.next ?? undefined,
      });
      const back = await store.listActivity(cluster, {
        limit: 2,
        position: second.previous ?? undefined,
      });

      expect(first.items.map(({ message }) => message)).toEqual([
        'four',
        'three',
      ]);
      expect(second.items.map(({ message }) => message)).toEqual([
        'two',
        'one',
      ]);
      expect(second.totalItems).toBe(5);
      expect(back.items).toEqual(first.items);
    });
  });
});
