import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { KnexLogArchiveStore, NewLogArchive } from '../database';
import { newCluster, testStores } from '../database/__testUtils__';
import { ArchiveWriter } from './ArchiveWriter';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const MIB = 1024 * 1024;

async function open() {
  const { knex, clock, store } = await testStores(databases, 'SQLITE_3');
  const archives = KnexLogArchiveStore.create({ knex, clock });
  const logger = mockServices.logger.mock();
  const writer = ArchiveWriter.create({ store: archives, clock, logger });
  const { id } = await store.create(newCluster());
  return {
    archives,
    clock,
    logger,
    writer,
    archive: (podUid: string, content = Buffer.from('x')): NewLogArchive => ({
      podUid,
      clusterId: id,
      run: 1,
      pod: podUid,
      component: 'executor',
      phase: 'Failed',
      startedAt: null,
      endedAt: clock.now(),
      bytes: 1,
      content,
      failure: null,
    }),
    fillDisk: () =>
      knex.raw(
        `create trigger full before insert on log_archives begin select raise(fail, 'database or disk is full'); end`,
      ),
    emptyDisk: () => knex.raw('drop trigger full'),
    refuse: (podUid: string) =>
      knex.raw(
        `create trigger refuse before insert on log_archives when new.pod_uid = '${podUid}' begin select raise(fail, 'refused'); end`,
      ),
  };
}

describe('ArchiveWriter', () => {
  it('saves what it is given', async () => {
    const { writer, archives, archive } = await open();

    writer.add(archive('a'));
    writer.add(archive('b'));
    await writer.flush();

    expect(await archives.listKept(['a', 'b'])).toEqual(new Set(['a', 'b']));
    expect(writer.pending).toBe(0);
  });

  it('keeps logs while the disk is full, says so, and saves them later', async () => {
    const { writer, archives, archive, fillDisk, emptyDisk, clock, logger } =
      await open();
    await fillDisk();

    writer.add(archive('a'));
    await writer.flush();
    writer.add(archive('b'));
    expect(writer.pending).toBe(2);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('disk is full'),
    );

    clock.advance(1_000);
    await writer.flush();
    await emptyDisk();
    clock.advance(4_000);
    await writer.flush();
    expect(await archives.listKept(['a', 'b'])).toEqual(new Set(['a', 'b']));
  });

  it('asks a database that refuses everything once a minute at last', async () => {
    const { writer, archive, fillDisk, clock, logger } = await open();
    await fillDisk();

    writer.add(archive('a'));
    for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await writer.flush();
      expect(logger.warn).toHaveBeenLastCalledWith(
        expect.stringContaining(`in ${wait} s`),
      );
    }
    expect(clock.pending).toBe(1);
  });

  it('saves the others while one is refused', async () => {
    const { writer, archives, archive, refuse } = await open();
    await refuse('bad');

    ['bad', 'a', 'b'].forEach(uid => writer.add(archive(uid)));
    await writer.flush();
    await writer.flush();

    expect(await archives.listKept(['bad', 'a', 'b'])).toEqual(
      new Set(['a', 'b']),
    );
    expect(writer.pending).toBe(1);
  });

  it('gives the oldest up when too much waits', async () => {
    const { writer, archives, archive, fillDisk, emptyDisk, logger } =
      await open();
    await fillDisk();

    for (const uid of ['a', 'b', 'c']) {
      writer.add(archive(uid, Buffer.alloc(15 * MIB)));
      await writer.flush();
    }
    await emptyDisk();
    await writer.flush();

    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('1 logs are lost'),
    );
    expect(await archives.listKept(['a', 'b', 'c'])).toHaveProperty('size', 2);
  });

  it('forgets the log of a cluster that is not known', async () => {
    const { writer, archives, archive } = await open();

    writer.add({ ...archive('a'), clusterId: 'orphan' });
    await writer.flush();

    expect(writer.pending).toBe(0);
    expect(await archives.listKept(['a'])).toEqual(new Set());
  });
});
