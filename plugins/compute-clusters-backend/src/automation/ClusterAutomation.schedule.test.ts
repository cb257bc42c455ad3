import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Schedule } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ManualClock } from '../clock';
import {
  KnexAutomationStore,
  KnexClusterStore,
  StoredClusterState,
} from '../database';
import { newCluster, testSpec, testStores } from '../database/__testUtils__';
import { RecordingPublisher } from '../reconciler/__testUtils__/RecordingPublisher';
import {
  decideKeepRunning,
  decideRestart,
  decideStart,
  decideTerminate,
} from '../service/commands';
import { passTime, RecordingNotifier } from './__testUtils__';
import {
  Audited,
  recordingAuditor,
} from '../service/__testUtils__/recordingAuditor';
import { AuditTrail } from '../service/AuditTrail';
import { ClusterAutomation } from './ClusterAutomation';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const MINUTE = 60_000;
const USER = 'user:default/data-engineer';

/** The tests begin on a Thursday at 12:00 in UTC. */
const SCHEDULE: Schedule = {
  timeZone: 'UTC',
  windows: [{ days: ['thu', 'fri'], start: '08:00', stop: '18:00' }],
};

describe('a schedule', () => {
  let store: KnexClusterStore;
  let clock: ManualClock;
  let notifier: RecordingNotifier;
  let audited: Audited[];
  let automation: ClusterAutomation;
  let woken: string[];
  let id: string;

  beforeEach(async () => {
    const stores = await testStores(databases, 'SQLITE_3');
    ({ store, clock } = stores);
    notifier = new RecordingNotifier();
    woken = [];
    audited = [];
    automation = ClusterAutomation.create({
      store,
      automation: KnexAutomationStore.create(stores),
      activity: { read: async () => ({ doing: undefined, mark: '' }) },
      answers: () => true,
      publisher: new RecordingPublisher(),
      notifier,
      trail: AuditTrail.create({ auditor: recordingAuditor(audited) }),
      onDesiredChange: ({ name }, change) => woken.push(`${name} ${change}`),
      clock,
      logger: mockServices.logger.mock(),
    });
    const created = await store.create(
      newCluster({ spec: testSpec({ schedule: SCHEDULE }) }),
    );
    id = created.id;
    await observe('ACTIVE');
  });

  const pass = (minutes: number) =>
    passTime({ automation, clock, id, milliseconds: minutes * MINUTE });

  /** Moves to this time without any look, as without a backend. */
  const skipTo = (time: string) =>
    clock.advance(new Date(time).getTime() - clock.now().getTime());

  /** Moves to this time with all looks. */
  const passTo = (time: string) =>
    pass((new Date(time).getTime() - clock.now().getTime()) / MINUTE);

  const cluster = async () => {
    const record = await store.get(id);
    if (!record) {
      throw new Error('The cluster is gone');
    }
    return record;
  };

  async function observe(state: StoredClusterState) {
    const { run, power, observed } = await cluster();
    await store.saveObserved(
      id,
      { runSequence: run?.sequence ?? null, power },
      { ...observed, state, since: clock.now() },
    );
  }

  async function command(
    decide: typeof decideStart,
    then: StoredClusterState,
  ): Promise<void> {
    await store.change(id, current => decide({ cluster: current, user: USER }));
    await observe(then);
  }

  const keepRunning = () =>
    store.change(id, current =>
      decideKeepRunning({ cluster: current, user: USER }, clock.now()),
    );

  /** As `terminate compute-clusters`, newest first, without the creation. */
  async function done(): Promise<string[]> {
    const { items } = await store.listActivity(id, { limit: 20 });
    return items
      .slice(0, -1)
      .map(({ action, user }) => `${action} ${user.replace(USER, 'user')}`);
  }

  it('announces the end of a window, stops the cluster then, and starts it with the next', async () => {
    await passTo('2026-01-01T17:54:00Z');
    expect((await cluster()).automation?.stop).toBeNull();

    await passTo('2026-01-01T17:59:59Z');
    expect((await cluster()).automation?.stop).toEqual({
      at: new Date('2026-01-01T18:00:00Z'),
      reason: 'Schedule',
    });
    expect(notifier.told).toEqual(['etl Schedule in 5 min']);
    expect(await done()).toEqual([]);

    await passTo('2026-01-01T18:00:00Z');
    expect(await cluster()).toMatchObject({
      power: 'off',
      run: { endReason: 'Schedule' },
    });
    await observe('STOPPED');

    await passTo('2026-01-02T08:00:00Z');
    expect(await cluster()).toMatchObject({
      power: 'on',
      run: { sequence: 2, requestedBy: 'compute-clusters' },
    });
    expect(await done()).toEqual([
      'start compute-clusters',
      'terminate compute-clusters',
    ]);
    expect(woken).toEqual(['etl commanded', 'etl commanded']);
    const meta = { clusterId: id, cause: 'Schedule', isDone: true };
    expect(audited).toMatchObject([
      { eventId: 'cluster-terminate', status: 'succeeded', meta },
      { eventId: 'cluster-start', status: 'succeeded', meta },
    ]);
  });

  it('leaves what a person did between two edges', async () => {
    await command(decideTerminate, 'STOPPED');
    await passTo('2026-01-01T19:00:00Z');
    await command(decideStart, 'ACTIVE');

    await passTo('2026-01-02T17:00:00Z');

    expect(await done()).toEqual(['start user', 'terminate user']);
    expect(audited).toEqual([]);
  });

  it.each<[StoredClusterState]>([['STOPPED'], ['STOPPING'], ['FAILED']])(
    'does not stop what is %s',
    async state => {
      await observe(state);
      await passTo('2026-01-01T18:10:00Z');
      expect(await done()).toEqual([]);
    },
  );

  it.each<[StoredClusterState]>([['ACTIVE'], ['STARTING'], ['FAILED']])(
    'does not start what is %s',
    async state => {
      skipTo('2026-01-02T05:00:00Z');
      await observe(state);
      await passTo('2026-01-02T08:10:00Z');
      expect(await done()).toEqual([]);
    },
  );

  it('waits with a start until the cluster is stopped', async () => {
    await command(decideTerminate, 'STOPPING');
    await passTo('2026-01-02T08:01:00Z');
    expect(await done()).toEqual(['terminate user']);
    await observe('STOPPED');

    await pass(0);

    expect(await done()).toEqual(['start compute-clusters', 'terminate user']);
  });

  it('starts a cluster that was stopped when the window began, though no backend ran then', async () => {
    await command(decideTerminate, 'STOPPED');
    skipTo('2026-01-02T08:59:00Z');

    await pass(0);

    expect(await done()).toEqual(['start compute-clusters', 'terminate user']);
  });

  it('does not make up for a start of more than an hour ago', async () => {
    await command(decideTerminate, 'STOPPED');
    skipTo('2026-01-02T09:01:00Z');

    await pass(30);

    expect(await done()).toEqual(['terminate user']);
  });

  it('announces a stop that it makes up for', async () => {
    skipTo('2026-01-01T18:30:00Z');

    await pass(4);
    expect(notifier.told).toEqual(['etl Schedule in 5 min']);
    expect(await done()).toEqual([]);
    await pass(1);
    expect(await done()).toEqual(['terminate compute-clusters']);
  });

  it('does not make up for a stop of more than an hour ago', async () => {
    skipTo('2026-01-01T19:01:00Z');

    await pass(30);

    expect(await done()).toEqual([]);
    expect(notifier.told).toEqual([]);
  });

  it('does not make up for a stop before the cluster was restarted', async () => {
    skipTo('2026-01-01T18:10:00Z');
    await command(decideRestart, 'ACTIVE');

    await pass(60);

    expect(await done()).toEqual(['restart user']);
  });

  it('does not make up for a start before the cluster was stopped', async () => {
    skipTo('2026-01-02T08:10:00Z');
    await command(decideTerminate, 'STOPPED');

    await pass(60);

    expect(await done()).toEqual(['terminate user']);
  });

  it('is put off by an hour, and again, when somebody keeps the cluster running', async () => {
    await passTo('2026-01-01T17:56:00Z');
    await keepRunning();

    await passTo('2026-01-01T18:54:00Z');
    expect((await cluster()).automation?.stop).toBeNull();
    await passTo('2026-01-01T18:56:00Z');
    expect((await cluster()).automation?.stop?.at).toEqual(
      new Date('2026-01-01T19:00:00Z'),
    );
    await keepRunning();

    await passTo('2026-01-01T19:59:00Z');
    expect(await done()).toEqual(['keep-running user', 'keep-running user']);
    await passTo('2026-01-01T20:00:00Z');
    expect((await cluster()).run?.endReason).toBe('Schedule');
  });

  it('does each edge once with two backends', async () => {
    await passTo('2026-01-01T17:58:00Z');
    clock.advance(2 * MINUTE);
    await Promise.all([automation.look(id), automation.look(id)]);
    await observe('STOPPED');
    skipTo('2026-01-02T08:00:00Z');
    await Promise.all([automation.look(id), automation.look(id)]);

    expect(await done()).toEqual([
      'start compute-clusters',
      'terminate compute-clusters',
    ]);
  });

  it('does nothing with a cluster that is to be deleted', async () => {
    await store.change(id, ({ name }) => ({
      power: 'off',
      deletionRequested: true,
      activity: { action: 'delete', user: USER, message: name },
    }));
    expect(await automation.look(id)).toBeUndefined();
  });

  it('needs no looks but at its moments', async () => {
    expect(await automation.look(id)).toBe(60 * MINUTE);
    skipTo('2026-01-01T17:30:00Z');
    expect(await automation.look(id)).toBe(25 * MINUTE);
  });
});
