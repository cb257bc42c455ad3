import { TestDatabases } from '@backstage/backend-test-utils';
import { ManualClock } from '@compute-clusters/kubernetes-simulator';
import { testSpec } from '../database/__testUtils__';
import { KnexRunStore, StoredRun } from '../database';
import { ReconcilerWorld, WorldOptions } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Reconciler: what is kept of runs', () => {
  let world: ReconcilerWorld;

  const begin = async (options?: WorldOptions) => {
    world = await ReconcilerWorld.create(databases, options);
    return world.startBackend();
  };

  afterEach(() => world.stop());

  const runsOf = async (id: string): Promise<StoredRun[]> => {
    const store = KnexRunStore.create({ knex: world.knex });
    return (await store.list(id, { limit: 20 })).items;
  };

  it('is when it was ready, who ended it, and how its driver ended', async () => {
    const backend = await begin();
    const { id } = await world.create(backend);
    await world.shows(id, { state: 'ACTIVE' });
    await world.command(backend, id, 'restart');
    await world.shows(id, { state: 'ACTIVE' });
    await world.command(backend, id, 'terminate');
    await world.shows(id, { state: 'STOPPED' });

    await soon(async () => {
      expect(await runsOf(id)).toMatchObject([
        {
          sequence: 2,
          readyAt: expect.any(Date),
          endReason: 'Terminated',
          exitCode: 143,
        },
        {
          sequence: 1,
          readyAt: expect.any(Date),
          endReason: 'Restarted',
          exitCode: 143,
        },
      ]);
    });
  });

  it('is told by Kubernetes also when nobody looked', async () => {
    const backend = await begin();
    const { id } = await world.create(backend);
    await soon(async () => {
      expect(await world.kubernetes.driversOf(id)).toHaveLength(1);
    });
    await world.kill(backend);
    await world.knex('runs').update({ ready_at: null, exit_code: null });

    world.startBackend();
    await world.shows(id, { state: 'ACTIVE' });
    await soon(async () => {
      expect(await runsOf(id)).toMatchObject([{ readyAt: expect.any(Date) }]);
    });
  });

  it('is the reason of a failure, and not that somebody terminated it afterwards', async () => {
    const backend = await begin({ startTimeout: 1 });
    const { id } = await world.create(backend, {
      spec: testSpec({
        environment: [{ name: 'SIMULATE', value: 'image-error' }],
      }),
    });
    await world.shows(id, { state: 'FAILED', reason: 'StartTimeout' });
    await world.command(backend, id, 'terminate');
    await world.shows(id, { state: 'STOPPED', reason: 'Terminated' });

    expect(await runsOf(id)).toMatchObject([
      {
        readyAt: null,
        endedAt: expect.any(Date),
        endReason: 'StartTimeout',
        exitCode: null,
      },
    ]);
  });
});

describe('Reconciler: executors', () => {
  let world: ReconcilerWorld;

  afterEach(() => world.stop());

  it('says that a quota keeps some of them away, with what is used', async () => {
    world = await ReconcilerWorld.create(databases, { quota: { pods: 3 } });
    const backend = world.startBackend();
    const { id } = await world.create(backend, {
      spec: testSpec({
        executor: {
          nodeType: 'executor-small',
          min: 4,
          max: 4,
          spot: false,
          volume: null,
        },
      }),
    });

    await world.shows(id, { state: 'ACTIVE' });

    await soon(async () => {
      const cluster = await world.store.get(id);
      expect(cluster?.observed).toMatchObject({
        state: 'ACTIVE',
        executors: { running: 2, reason: 'QuotaExceeded' },
        message: expect.stringContaining(
          'no room for 2 of its 4 executors (requested: pods 1, used: pods 3, limited: pods 3)',
        ),
      });
    });
  });
});

describe('Reconciler: pods on a lost node', () => {
  let world: ReconcilerWorld;
  let clock: ManualClock;

  beforeEach(async () => {
    clock = new ManualClock(new Date());
    world = await ReconcilerWorld.create(databases, {
      simulator: { clock, nodes: [{ name: 'a' }, { name: 'b' }] },
    });
  });

  afterEach(() => world.stop());

  /** Waits for a state while Kubernetes' time goes on. */
  const shows = async (id: string, state: string, reason?: string) =>
    await world.shows(id, { state, reason }, () => clock.advance(50));

  const activeOnALostNode = async () => {
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    await shows(id, 'ACTIVE');
    const [driver] = await world.kubernetes.driversOf(id);
    const node = await world.kubernetes.nodeOf(driver);
    world.kubernetes.simulator.loseNode(node);
    clock.advance(50_000);
    return { backend, id, driver, node };
  };

  it('say so, and are replaced once they are given up', async () => {
    const { backend, id, driver } = await activeOnALostNode();
    const lost = await shows(id, 'STARTING', 'NodeLost');
    expect(lost.observed.message).toContain('may still run there');

    await world.command(backend, id, 'give-up-pods');

    await shows(id, 'ACTIVE');
    const drivers = await world.kubernetes.driversOf(id);
    expect(drivers).toHaveLength(1);
    expect(drivers).not.toContain(driver);
    expect((await world.store.get(id))?.giveUpRequestedAt).toBeNull();
    const { items } = await world.store.listActivity(id, { limit: 1 });
    expect(items).toMatchObject([{ action: 'give-up-pods' }]);
  });

  it('keep a cluster from being deleted until they are given up', async () => {
    const { backend, id, driver } = await activeOnALostNode();
    clock.advance(400_000);
    await world.command(backend, id, 'delete');
    await shows(id, 'DELETING', 'NodeLost');
    expect(await world.kubernetes.driversOf(id)).toEqual([driver]);

    await world.command(backend, id, 'give-up-pods');

    await soon(async () => {
      clock.advance(50);
      expect(await world.store.get(id)).toBeUndefined();
    });
    expect(await world.kubernetes.thingsOf(id)).toEqual([]);
  });
});
