import { TestDatabases } from '@backstage/backend-test-utils';
import { text } from 'stream/consumers';
import { newCluster } from '../database/__testUtils__';
import { soon } from '../reconciler/__testUtils__/soon';
import { ArchiverWorld } from './__testUtils__/ArchiverWorld';
import { readArchive } from './readArchive';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('LogArchiver', () => {
  let world: ArchiverWorld;

  beforeEach(async () => {
    world = await ArchiverWorld.create(databases);
  });

  afterEach(() => world.stop());

  const isReady = async (name: string) =>
    await soon(() => expect(world.seen(name)?.ready?.status).toBe('True'));

  const hasEnded = async (name: string) =>
    await soon(() =>
      expect(world.seen(name)?.container?.state).toBe('terminated'),
    );

  const isGone = async (name: string) =>
    await soon(() => expect(world.seen(name)).toBeUndefined());

  const kept = async (name: string) =>
    await soon(async () => {
      const content = await world.archives.read(world.clusterId, name);
      expect(content).toBeDefined();
      return await text(readArchive(content ?? Buffer.alloc(0), {}));
    });

  const failureLog = () => world.archives.failureLogOf(world.clusterId, 1);

  it('keeps the whole log of a driver that is stopped, which is no failure', async () => {
    world.archiver();
    await world.make('etl');
    await isReady('etl');
    await world.delete('etl');

    const log = await kept('etl');
    expect(log).toContain('Starting SparkContext');
    expect(log).toMatch(/SparkContext is stopping with exitCode 0.\n$/);
    expect(await world.archives.list(world.clusterId)).toMatchObject([
      { pod: 'etl', run: 1, component: 'driver', phase: 'Failed' },
    ]);
    expect(await failureLog()).toBeUndefined();
  });

  it('keeps the end of the log of a driver that crashed with its run', async () => {
    world.archiver();
    await world.make('etl', { simulate: 'crash' });

    expect(await kept('etl')).toContain('simulated crash');
    expect(await failureLog()).toMatch(
      /Caused by: java.lang.IllegalStateException: simulated crash$/,
    );
  });

  it('keeps what ended a driver, and tells of it, where Kubernetes hands over too little', async () => {
    world.archiver();
    await world.make('etl', { simulate: 'deep-crash' });

    await soon(() => expect(world.causesKept).toEqual([world.clusterId]));
    const cluster = await world.store.get(world.clusterId);
    expect(cluster?.run?.failure).toEqual({
      podUid: world.seen('etl')?.uid,
      cause: 'java.lang.IllegalStateException: simulated crash',
    });
    expect(await failureLog()).toMatch(
      /^java.lang.IllegalStateException: simulated crash\n\t…\n\tat /,
    );
  });

  it('keeps the log of an evicted driver, whose pod is gone at once', async () => {
    world.archiver();
    await world.make('etl');
    await isReady('etl');
    await world.evict('etl');

    expect(await kept('etl')).toContain('HiveThriftServer2 started');
    expect(await failureLog()).toContain('HiveThriftServer2 started');
  });

  it('keeps the log of an executor that Spark deletes when it has failed', async () => {
    world.archiver();
    await world.make('exec-1', { component: 'executor', simulate: 'crash' });
    await hasEnded('exec-1');
    await world.delete('exec-1');

    expect(await kept('exec-1')).toContain('simulated crash');
    expect(await failureLog()).toBeUndefined();
  });

  it('keeps the logs of 60 executors that end at once', async () => {
    world.archiver();
    const names = Array.from({ length: 60 }, (_, n) => `exec-${n}`);
    await Promise.all(
      names.map(name =>
        world.make(name, { component: 'executor', simulate: 'crash' }),
      ),
    );

    await soon(async () =>
      expect(await world.archives.list(world.clusterId)).toHaveLength(60),
    );
  });

  it('takes after a restart what has ended meanwhile, and nothing twice', async () => {
    const first = world.archiver();
    await world.make('before', { simulate: 'crash' });
    await kept('before');
    await first.stop();
    await world.make('meanwhile', { simulate: 'crash' });
    await hasEnded('meanwhile');

    world.archiver();

    expect(await kept('meanwhile')).toContain('simulated crash');
    expect(world.asked.map(({ pod }) => pod)).toEqual(['before', 'meanwhile']);
  });

  it('keeps no more than the end of a long log', async () => {
    world.archiver({ maxBytes: 400 });
    await world.make('etl');
    await isReady('etl');
    await world.delete('etl');

    const log = await kept('etl');
    expect(log).not.toContain('Starting SparkContext');
    expect(log).toContain('SparkContext is stopping');
    const [{ bytes }] = await world.archives.list(world.clusterId);
    expect(bytes).toBeLessThanOrEqual(400);
  });

  it('has the end of a followed log when Kubernetes gives it no more', async () => {
    world.archiver();
    await world.make('etl');
    await isReady('etl');
    world.clock.advance(30_000);
    await soon(() => expect(world.asked).toHaveLength(1));
    world.kubernetes.simulator.forbid({ resource: 'pods/log' });
    await world.delete('etl');
    await isGone('etl');

    expect(await kept('etl')).toContain('HiveThriftServer2 started');
  });

  it('has at least what Kubernetes copied into a failed pod', async () => {
    world.kubernetes.simulator.forbid({ resource: 'pods/log' });
    world.archiver();
    await world.make('etl', { simulate: 'crash' });
    await hasEnded('etl');
    await world.delete('etl');

    expect(await kept('etl')).toContain('simulated crash');
    expect(await failureLog()).toContain('simulated crash');
  });

  it('asks again when Kubernetes was away', async () => {
    const allow = world.kubernetes.simulator.forbid({ resource: 'pods/log' });
    world.archiver();
    await world.make('etl', { simulate: 'crash' });
    await hasEnded('etl');
    await soon(() => expect(world.clock.pending).toBeGreaterThan(0));
    allow();

    await soon(async () => {
      world.clock.advance(1_000);
      expect(
        await world.archives.listKept([world.seen('etl')?.uid ?? '']),
      ).toHaveProperty('size', 1);
    });
  });

  it('holds a log while the disk is full', async () => {
    await world.knex.raw(
      `create trigger full before insert on log_archives begin select raise(fail, 'database or disk is full'); end`,
    );
    world.archiver();
    await world.make('etl', { simulate: 'crash' });
    await soon(() =>
      expect(world.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('disk is full'),
      ),
    );
    await world.delete('etl');
    await isGone('etl');
    await world.knex.raw('drop trigger full');
    world.clock.advance(60_000);

    expect(await kept('etl')).toContain('simulated crash');
  });

  it('leaves pods of clusters that are not known alone', async () => {
    world.archiver();
    await world.make('stray', { simulate: 'crash', clusterId: 'unknown' });
    await world.make('etl', { simulate: 'crash' });

    await kept('etl');
    expect(await world.archives.list('unknown')).toEqual([]);
  });

  it('leaves pods alone that carry a cluster’s labels in another namespace', async () => {
    world.archiver();
    await world.make('stranger', { simulate: 'crash', namespace: 'elsewhere' });
    await world.make('etl', { simulate: 'crash' });

    await kept('etl');
    expect(world.asked.map(({ pod }) => pod)).toEqual(['etl']);
    expect(await world.archives.list(world.clusterId)).toHaveLength(1);
  });

  it('leaves pods alone that carry the labels of a cluster on another Kubernetes cluster', async () => {
    const { id: clusterId } = await world.store.create(
      newCluster({ kubernetesCluster: 'other' }),
    );
    world.archiver();
    await world.make('stranger', { simulate: 'crash', clusterId });
    await world.make('etl', { simulate: 'crash' });

    await kept('etl');
    expect(world.asked.map(({ pod }) => pod)).toEqual(['etl']);
    expect(await world.archives.list(clusterId)).toEqual([]);
  });

  it('sees to its clusters when a database that was away answers', async () => {
    await world.knex.schema.renameTable('clusters', 'away');
    world.archiver();
    await world.make('etl', { simulate: 'crash' });
    await soon(() =>
      expect(world.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('wait for the database'),
      ),
    );
    await world.knex.schema.renameTable('away', 'clusters');
    world.clock.advance(5_000);

    expect(await kept('etl')).toContain('simulated crash');
  });

  it('does nothing once it is stopped', async () => {
    const archiver = world.archiver();
    await world.make('etl');
    await isReady('etl');
    await archiver.stop();
    await world.delete('etl');
    await isGone('etl');

    expect(world.asked).toEqual([]);
    expect(world.clock.pending).toBe(0);
  });
});
