import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ManualClock } from '../clock';
import { KubernetesClusterStore } from '../database';
import { testStores } from '../database/__testUtils__';
import { soon } from '../reconciler/__testUtils__/soon';
import { LeasedWork, LeaseKeeper } from './LeaseKeeper';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** Work that remembers whether it runs. */
class SomeWork implements LeasedWork {
  runs = false;

  start() {
    this.runs = true;
  }

  async stop() {
    this.runs = false;
  }
}

describe.each(databases.eachSupportedId())('LeaseKeeper, %p', databaseId => {
  let store: KubernetesClusterStore;
  let clock: ManualClock;
  let keepers: LeaseKeeper[];

  beforeEach(async () => {
    const stores = await testStores(databases, databaseId);
    store = stores.kubernetesClusters;
    clock = stores.clock;
    keepers = [];
  });

  afterEach(() => Promise.all(keepers.map(keeper => keeper.stop())));

  const backend = (
    holder: string,
    options: {
      store?: KubernetesClusterStore;
      clock?: ManualClock;
      answeredAt?: Date;
    } = {},
  ) => {
    const work = new SomeWork();
    const keeper = LeaseKeeper.create({
      name: 'demo',
      holder,
      store: options.store ?? store,
      clock: options.clock ?? clock,
      logger: mockServices.logger.mock(),
      work: [work],
      answeredAt: () => options.answeredAt,
    });
    keepers.push(keeper);
    keeper.start();
    return { keeper, work };
  };

  /** Lets time pass, a second at a time, with the time that I/O needs in between. */
  const pass = async (seconds: number): Promise<void> => {
    if (seconds > 0) {
      clock.advance(1_000);
      await soon(() => expect(clock.pending).toBeGreaterThan(0));
      await store.list();
      await store.list();
      await pass(seconds - 1);
    }
  };

  const holder = async () => (await store.list())[0]?.leaseHolder;

  it('runs the work on one backend of several', async () => {
    const one = backend('one');
    clock.advance(0);
    await soon(() => expect(one.work.runs).toBe(true));
    const two = backend('two');
    await pass(30);
    expect(await holder()).toBe('one');
    expect(one.work.runs).toBe(true);
    expect(two.work.runs).toBe(false);
  });

  it('goes over within 15 s when the holder is killed', async () => {
    const doomed = ManualClock.create({ now: clock.now() });
    const one = backend('one', { clock: doomed });
    doomed.advance(0);
    await soon(() => expect(one.work.runs).toBe(true));

    const two = backend('two');
    await pass(11);
    expect(two.work.runs).toBe(false);
    await pass(3);
    await soon(() => expect(two.work.runs).toBe(true));
    expect(await holder()).toBe('two');
  });

  it.each([
    ['ahead', 3_600_000],
    ['behind', -3_600_000],
  ])(
    'goes over within 15 s when the clock of the holder that is killed was %s',
    async (_name, skew) => {
      const doomed = ManualClock.create({
        now: new Date(clock.now().getTime() + skew),
      });
      const one = backend('one', { clock: doomed });
      doomed.advance(0);
      await soon(() => expect(one.work.runs).toBe(true));

      const two = backend('two');
      await pass(15);
      await soon(() => expect(two.work.runs).toBe(true));
      expect(await holder()).toBe('two');
    },
  );

  it('stays with a holder that renews it, though its clock is ahead', async () => {
    const ahead = ManualClock.create({
      now: new Date(clock.now().getTime() + 3_600_000),
    });
    const one = backend('one', { clock: ahead });
    ahead.advance(0);
    await soon(() => expect(one.work.runs).toBe(true));
    const two = backend('two');
    const end = async () => (await store.list())[0]?.leaseExpiresAt;
    const renew = async (rounds: number): Promise<void> => {
      await pass(4);
      const before = await end();
      ahead.advance(4_000);
      await soon(async () => expect(await end()).not.toEqual(before));
      if (rounds > 1) {
        await renew(rounds - 1);
      }
    };
    await renew(8);
    expect(two.work.runs).toBe(false);
    expect(await holder()).toBe('one');
  });

  it('goes over at once when the holder stops', async () => {
    const one = backend('one');
    clock.advance(0);
    await soon(() => expect(one.work.runs).toBe(true));
    const two = backend('two');
    clock.advance(0);
    await one.keeper.stop();
    expect(one.work.runs).toBe(false);
    await pass(2);
    await soon(() => expect(two.work.runs).toBe(true));
  });

  it('stops the work before the lease ends when the store does not answer', async () => {
    let away = false;
    const flaky: KubernetesClusterStore = {
      acquireLease: options =>
        away ? Promise.reject(new Error('away')) : store.acquireLease(options),
      releaseLease: (...args) => store.releaseLease(...args),
      saveAnsweredAt: (...args) => store.saveAnsweredAt(...args),
      list: () => store.list(),
    };
    const { work } = backend('one', { store: flaky });
    clock.advance(0);
    await soon(() => expect(work.runs).toBe(true));
    away = true;
    await pass(10);
    expect(work.runs).toBe(true);
    await pass(1);
    await soon(() => expect(work.runs).toBe(false));

    away = false;
    await pass(3);
    await soon(() => expect(work.runs).toBe(true));
  });

  it('keeps when the Kubernetes cluster last answered', async () => {
    const answeredAt = new Date('2026-01-01T11:59:58Z');
    backend('one', { answeredAt });
    clock.advance(0);
    await soon(async () =>
      expect((await store.list())[0]?.answeredAt).toEqual(answeredAt),
    );
  });
});
