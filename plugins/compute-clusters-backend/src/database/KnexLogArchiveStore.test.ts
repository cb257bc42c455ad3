import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, testStores } from './__testUtils__';
import { KnexLogArchiveStore } from './KnexLogArchiveStore';
import { NewLogArchive } from './LogArchiveStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const at = (seconds: number) =>
  new Date(Date.UTC(2026, 0, 1, 12) + seconds * 1000);

async function open(databaseId: TestDatabaseId) {
  const stores = await testStores(databases, databaseId);
  const archives = KnexLogArchiveStore.create(stores);
  const { id } = await stores.store.create(newCluster());
  const archive = (changes: Partial<NewLogArchive> = {}): NewLogArchive => ({
    podUid: 'uid-1',
    clusterId: id,
    run: 1,
    pod: 'etl-1-abcde',
    component: 'driver',
    phase: 'Failed',
    startedAt: at(0),
    endedAt: at(60),
    bytes: 3,
    content: Buffer.from([31, 139, 0]),
    failure: null,
    ...changes,
  });
  return { ...stores, archives, archive, id };
}

describe.each(databases.eachSupportedId())(
  'KnexLogArchiveStore, %p',
  databaseId => {
    it('gives back what it keeps', async () => {
      const { archives, archive, id } = await open(databaseId);

      expect(await archives.save(archive())).toBe(true);

      const { content, failure, ...record } = archive();
      expect(await archives.list(id)).toEqual([record]);
      expect(await archives.lastDriver(id)).toEqual(record);
      expect(await archives.read(id, 'etl-1-abcde')).toEqual(content);
    });

    it('has nothing of other clusters and pods', async () => {
      const { archives, archive, id } = await open(databaseId);
      await archives.save(archive());

      expect(await archives.list('other')).toEqual([]);
      expect(await archives.lastDriver('other')).toBeUndefined();
      expect(await archives.read('other', 'etl-1-abcde')).toBeUndefined();
      expect(await archives.read(id, 'other')).toBeUndefined();
      expect(await archives.listKept(['uid-1', 'uid-2'])).toEqual(
        new Set(['uid-1']),
      );
    });

    it('keeps the log of a pod once', async () => {
      const { archives, archive, id } = await open(databaseId);

      await archives.save(archive());
      await archives.save(archive({ content: Buffer.from('again') }));

      expect(await archives.list(id)).toHaveLength(1);
      expect(await archives.read(id, 'etl-1-abcde')).toEqual(archive().content);
    });

    it('keeps nothing of a cluster that it does not know', async () => {
      const { archives, archive } = await open(databaseId);

      expect(await archives.save(archive({ clusterId: 'orphan' }))).toBe(false);
      expect(await archives.listKept(['uid-1'])).toEqual(new Set());
    });

    it('lists pods newest first, and finds the last driver among executors', async () => {
      const { archives, archive, id } = await open(databaseId);
      await archives.save(archive({ endedAt: at(1) }));
      for (const [number, component] of [
        [2, 'driver'],
        [3, 'executor'],
      ] as const) {
        await archives.save(
          archive({
            podUid: `uid-${number}`,
            pod: `pod-${number}`,
            component,
            endedAt: at(number),
          }),
        );
      }

      expect((await archives.list(id)).map(({ pod }) => pod)).toEqual([
        'pod-3',
        'pod-2',
        'etl-1-abcde',
      ]);
      expect((await archives.lastDriver(id))?.pod).toBe('pod-2');
    });

    it('keeps why a driver failed with its run, whatever comes later of an earlier one', async () => {
      const { archives, archive, store, id } = await open(databaseId);

      await archives.save(
        archive({
          podUid: 'b',
          endedAt: at(9),
          failure: { log: 'second', cause: 'it broke' },
        }),
      );
      await archives.save(
        archive({
          podUid: 'a',
          endedAt: at(5),
          failure: { log: 'first', cause: 'it bent' },
        }),
      );

      expect(await archives.failureLogOf(id, 1)).toBe('second');
      expect(await archives.failureLogOf(id, 2)).toBeUndefined();
      expect((await store.get(id))?.run?.failure).toEqual({
        podUid: 'b',
        cause: 'it broke',
      });
    });

    it('keeps no cause where the log tells none', async () => {
      const { archives, archive, store, id } = await open(databaseId);
      await archives.save(
        archive({ failure: { log: 'all was well', cause: null } }),
      );

      expect(await archives.failureLogOf(id, 1)).toBe('all was well');
      expect((await store.get(id))?.run?.failure).toBeNull();
    });

    it('keeps the newest 500 executors of a cluster, and every driver', async () => {
      const { archives, archive, id } = await open(databaseId);
      await archives.save(archive({ endedAt: at(0) }));
      for (let number = 1; number <= 502; number++) {
        await archives.save(
          archive({
            podUid: `executor-${number}`,
            component: 'executor',
            endedAt: at(number),
          }),
        );
      }

      const kept = await archives.listKept([
        'uid-1',
        'executor-2',
        'executor-3',
        'executor-502',
      ]);
      expect([...kept].sort()).toEqual(['executor-3', 'executor-502', 'uid-1']);
      expect(await archives.list(id)).toHaveLength(500);
    });

    it('deletes what is old in batches', async () => {
      const { archives, archive, clock } = await open(databaseId);
      for (const podUid of ['a', 'b', 'c']) {
        await archives.save(archive({ podUid }));
        clock.advance(1_000);
      }
      const now = clock.now();
      await archives.save(archive({ podUid: 'new' }));

      expect(await archives.deleteBefore(now, 2)).toBe(2);
      expect(await archives.deleteBefore(now, 2)).toBe(1);
      expect(await archives.deleteBefore(now, 2)).toBe(0);
      expect(await archives.listKept(['a', 'b', 'c', 'new'])).toEqual(
        new Set(['new']),
      );
    });
  },
);
