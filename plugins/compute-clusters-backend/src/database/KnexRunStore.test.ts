import { TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, observed, testStores } from './__testUtils__';
import { KnexRunStore } from './KnexRunStore';
import { RunFacts } from './records';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const USER = 'user:default/data-engineer';
const READY = new Date('2026-01-01T12:01:00Z');
const LATER = new Date('2026-01-01T13:00:00Z');

describe.each(databases.eachSupportedId())('KnexRunStore, %p', databaseId => {
  const open = async () => {
    const stores = await testStores(databases, databaseId);
    const { store } = stores;
    const { id } = await store.create(newCluster());
    const runs = KnexRunStore.create(stores);
    const restart = () =>
      store.change(id, () => ({
        endRun: 'Restarted',
        beginRun: true,
        activity: { action: 'restart', user: USER, message: '' },
      }));
    const see = async (facts: RunFacts[], runSequence = 1) =>
      store.saveObserved(
        id,
        { runSequence, power: 'on' },
        observed(),
        undefined,
        facts,
      );
    const list = async () => (await runs.list(id, { limit: 20 })).items;
    return { ...stores, id, runs, restart, see, list };
  };

  it('tells of a run that has just begun', async () => {
    const { id, list, clock } = await open();

    expect(await list()).toEqual([
      {
        id: expect.any(String),
        clusterId: id,
        sequence: 1,
        generation: 1,
        requestedBy: USER,
        startedAt: clock.now(),
        readyAt: null,
        endedAt: null,
        endReason: null,
        exitCode: null,
        failureLog: null,
      },
    ]);
  });

  it('keeps the first time that it was ready, the last exit code, and its first end', async () => {
    const { id, store, see, list } = await open();
    const failure = (at: Date, reason: string): RunFacts[] => [
      { sequence: 1, exitCode: 11, end: { at, reason } },
    ];

    await see([{ sequence: 1, readyAt: READY, exitCode: 137 }]);
    await see([{ sequence: 1, readyAt: LATER }]);
    await see(failure(LATER, 'SparkContextStopped'));
    await see(failure(READY, 'StartTimeout'));

    const told = {
      readyAt: READY,
      endedAt: LATER,
      endReason: 'SparkContextStopped',
      exitCode: 11,
    };
    expect(await list()).toMatchObject([told]);
    expect((await store.get(id))?.run).toMatchObject(told);
  });

  it('keeps who ended a run, whatever became of its driver then', async () => {
    const { restart, see, list } = await open();
    await restart();

    await see([{ sequence: 1, exitCode: 143 }], 2);

    expect(await list()).toMatchObject([
      { sequence: 2, endReason: null, exitCode: null },
      { sequence: 1, endReason: 'Restarted', exitCode: 143 },
    ]);
  });

  it('takes nothing from an observation that is out of date', async () => {
    const { restart, see, list } = await open();
    await restart();

    expect(await see([{ sequence: 1, exitCode: 1 }], 1)).toBe(false);

    expect((await list()).map(({ exitCode }) => exitCode)).toEqual([
      null,
      null,
    ]);
  });

  it('gives pages in both directions', async () => {
    const { id, runs, restart } = await open();
    await restart();
    await restart();
    const first = await runs.list(id, { limit: 2 });
    const second = await runs.list(id, {
      limit: 2,
      position: first.next ?? undefined,
    });
    const back = await runs.list(id, {
      limit: 2,
      position: second.previous ?? undefined,
    });

    const sequences = [first, second, back].map(({ items }) =>
      items.map(({ sequence }) => sequence),
    );
    expect(sequences).toEqual([[3, 2], [1], [3, 2]]);
    expect(first.totalItems).toBe(3);
  });

  it('forgets that pods are to be given up when they are, unless it was asked for again', async () => {
    const { id, store, clock } = await open();
    const giveUp = async () => {
      const { giveUpRequestedAt } = await store.change(id, () => ({
        giveUpRequested: true,
        activity: { action: 'give-up-pods', user: USER, message: '' },
      }));
      return giveUpRequestedAt ?? new Date(0);
    };
    const requestedAt = async () => (await store.get(id))?.giveUpRequestedAt;

    const first = await giveUp();
    clock.advance(5);
    const second = await giveUp();
    await store.endGiveUp(id, first);
    expect(await requestedAt()).toEqual(second);
    await store.endGiveUp(id, second);
    expect(await requestedAt()).toBeNull();
  });
});

it('the list of runs is read in order from an index', async () => {
  const { knex } = await testStores(databases, 'SQLITE_3');
  const asked: { sql: string; bindings: string[] }[] = [];
  knex.on('query', question => asked.push(question));
  await KnexRunStore.create({ knex }).list('x', { limit: 20 });
  const plans = await Promise.all(
    asked.map(({ sql, bindings }) =>
      knex.raw(`explain query plan ${sql}`, bindings),
    ),
  );
  const details = plans
    .flat()
    .map(({ detail }: { detail: string }) => detail)
    .join('\n');

  expect(details).toContain('runs_sequence_uniq');
  expect(details).not.toMatch(/TEMP B-TREE|SCAN runs$/m);
});
