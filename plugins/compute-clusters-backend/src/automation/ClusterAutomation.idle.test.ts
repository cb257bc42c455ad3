import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { SparkUse } from '@compute-clusters/kubernetes-simulator';
import { ManualClock } from '../clock';
import { KnexAutomationStore, KnexClusterStore } from '../database';
import { testSpec } from '../database/__testUtils__';
import { PodProxy, SparkActivityReader, SparkRest } from '../kubernetes';
import {
  ReconcilerWorld,
  TestBackend,
} from '../reconciler/__testUtils__/ReconcilerWorld';
import { RecordingPublisher } from '../reconciler/__testUtils__/RecordingPublisher';
import { soon } from '../reconciler/__testUtils__/soon';
import { decideKeepRunning } from '../service/commands';
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

describe('automatic termination', () => {
  let world: ReconcilerWorld;
  let backend: TestBackend;
  let store: KnexClusterStore;
  let clock: ManualClock;
  let publisher: RecordingPublisher;
  let notifier: RecordingNotifier;
  let audited: Audited[];
  let automation: ClusterAutomation;
  let answers: boolean;
  let id: string;
  let pod: string;

  beforeEach(async () => {
    world = await ReconcilerWorld.create(databases);
    backend = world.startBackend();
    answers = true;
    audited = [];
    const created = await world.create(backend, {
      spec: testSpec({ autoTermination: { enabled: true, idleMinutes: 60 } }),
    });
    id = created.id;
    const { observed } = await world.shows(id, { state: 'ACTIVE' });
    pod = observed.driver.pod ?? '';
    clock = ManualClock.create({ now: observed.since });
    store = KnexClusterStore.create({ knex: world.knex, clock });
    publisher = new RecordingPublisher();
    notifier = new RecordingNotifier();
    automation = restarted();
  });

  afterEach(() => world.stop());

  /** What a backend that just started has in its memory. */
  function restarted(): ClusterAutomation {
    const proxy = PodProxy.create(backend.connection);
    return ClusterAutomation.create({
      store,
      automation: KnexAutomationStore.create(world),
      activity: SparkActivityReader.create({
        rest: SparkRest.create({ proxy }),
      }),
      answers: () => answers,
      publisher,
      notifier,
      trail: AuditTrail.create({ auditor: recordingAuditor(audited) }),
      onDesiredChange: cluster => backend.reconciler.enqueue(cluster.id),
      clock,
      logger: mockServices.logger.mock(),
      random: () => 0.5,
    });
  }

  const pass = (minutes: number) =>
    passTime({ automation, clock, id, milliseconds: minutes * MINUTE });

  const use = (changes: Partial<SparkUse>) =>
    world.kubernetes.simulator.useSpark(
      { namespace: 'data-eng', pod },
      changes,
    );

  const cluster = async () => {
    const record = await store.get(id);
    if (!record) {
      throw new Error('The cluster is gone');
    }
    return record;
  };

  const announced = async () => (await cluster()).automation?.stop ?? null;

  it('announces the stop of an idle cluster, then stops it and says why', async () => {
    await pass(54);
    expect(await announced()).toBeNull();
    expect(notifier.told).toEqual([]);

    await pass(1);
    expect(await announced()).toEqual({
      at: new Date(clock.now().getTime() + 5 * MINUTE),
      reason: 'IdleTimeout',
    });
    expect(notifier.told).toEqual(['etl IdleTimeout in 5 min']);
    expect(publisher.changes).toEqual([{ name: 'etl', change: 'observed' }]);
    expect((await cluster()).power).toBe('on');

    await pass(5);
    expect(await announced()).toBeNull();
    await world.shows(id, { state: 'STOPPED', reason: 'IdleTimeout' });
    expect(await world.kubernetes.driversOf(id)).toEqual([]);
    const { items } = await store.listActivity(id, { limit: 1 });
    expect(items).toMatchObject([
      {
        action: 'terminate',
        user: 'compute-clusters',
        message: 'Terminated after 60 minutes without activity (IdleTimeout)',
      },
    ]);
    expect(audited).toEqual([
      {
        eventId: 'cluster-terminate',
        status: 'succeeded',
        meta: {
          clusterId: id,
          kubernetesCluster: 'demo',
          namespace: 'data-eng',
          name: 'etl',
          cause: 'IdleTimeout',
          isDone: true,
        },
      },
    ]);
  });

  it.each<[string, Partial<SparkUse>]>([
    ['a job runs', { runningJobs: 1 }],
    [
      'an operation of Spark Connect is open',
      {
        connectOperations: [
          { statement: 'relation', startTimestamp: 1, finishTimestamp: 0 },
        ],
      },
    ],
    ['somebody is connected to the Thrift server', { thriftSessions: 1 }],
    ['a statement runs', { runningStatements: 1 }],
  ])('lets a cluster run while %s', async (_, changes) => {
    use(changes);

    await pass(200);

    expect((await cluster()).observed.state).toBe('ACTIVE');
    expect(notifier.told).toEqual([]);
  });

  it('does not take what vanished clients leave open for work', async () => {
    use({
      connectOperations: [
        {
          statement: 'command { ml_command { clean_cache {} } }',
          startTimestamp: 1,
          finishTimestamp: 0,
        },
      ],
    });

    await pass(60);

    expect((await cluster()).run?.endReason).toBe('IdleTimeout');
  });

  it('notices work that began and ended between two looks', async () => {
    await pass(30);
    use({ startedTasks: 1 });

    await pass(59);
    expect((await cluster()).power).toBe('on');
    await pass(6);
    expect((await cluster()).power).toBe('off');
  });

  it('withdraws the announcement when somebody works again', async () => {
    await pass(57);
    use({ runningJobs: 1 });

    await pass(3);
    expect(await announced()).toBeNull();
    expect((await cluster()).power).toBe('on');
    expect(publisher.changes).toHaveLength(2);

    use({});
    await pass(56);
    expect(notifier.told).toHaveLength(2);
  });

  it('begins idle time anew when somebody keeps the cluster running', async () => {
    await pass(57);
    await store.change(id, current =>
      decideKeepRunning(
        { cluster: current, user: 'user:default/a' },
        clock.now(),
      ),
    );

    await pass(54);
    expect(await announced()).toBeNull();
    await pass(6);
    expect((await cluster()).run?.endReason).toBe('IdleTimeout');
  });

  it('goes on counting after a restart of the backend', async () => {
    await pass(40);
    automation = restarted();

    await pass(20);

    expect((await cluster()).run?.endReason).toBe('IdleTimeout');
  });

  it.each(['killed before', 'killed after'] as const)(
    'tells the owners of an announced stop, though the backend was %s it told them',
    async fate => {
      await pass(54);
      notifier.fate = fate;
      await expect(pass(1)).rejects.toThrow('killed');
      expect(await announced()).toMatchObject({ reason: 'IdleTimeout' });

      notifier = new RecordingNotifier();
      automation = restarted();
      await pass(0);
      expect(notifier.told).toEqual(['etl IdleTimeout in 5 min']);
      await pass(3);
      automation = restarted();
      await pass(1);
      expect(notifier.told).toHaveLength(1);
    },
  );

  it('tells owners whom it cannot reach again a minute later', async () => {
    notifier.fate = 'unheard';
    await pass(55);
    expect(await automation.look(id)).toBe(MINUTE);
    notifier.fate = 'told';

    clock.advance(MINUTE);
    await pass(0);

    expect(notifier.told).toEqual(['etl IdleTimeout in 4 min']);
  });

  it('announces first what came due while no backend ran', async () => {
    await pass(1);
    clock.advance(300 * MINUTE);
    automation = restarted();

    await pass(0);
    expect(notifier.told).toEqual(['etl IdleTimeout in 5 min']);
    expect((await cluster()).power).toBe('on');
  });

  it('notices after a restart what was done while no backend ran', async () => {
    await pass(1);
    clock.advance(300 * MINUTE);
    use({ startedTasks: 5 });
    automation = restarted();

    await pass(30);

    expect(await announced()).toBeNull();
  });

  it.each<[string, () => Promise<void> | void]>([
    ['Kubernetes is away', () => world.kubernetes.simulator.goAway()],
    [
      'Kubernetes has been silent',
      () => {
        answers = false;
      },
    ],
    [
      'the driver may not be asked',
      () => {
        world.kubernetes.simulator.forbid({ resource: 'pods/proxy' });
      },
    ],
  ])('stops nothing while %s', async (_, fail) => {
    await pass(57);
    await fail();

    await pass(120);

    expect((await cluster()).power).toBe('on');
    expect(await announced()).toBeNull();
  });

  it('leaves clusters without automatic termination alone', async () => {
    const plain = await world.create(backend, { name: 'plain' });
    await world.shows(plain.id, { state: 'ACTIVE' });

    expect(await automation.look(plain.id)).toBeUndefined();
  });

  it('lets only one of two backends stop it', async () => {
    const other = restarted();
    await pass(57);
    clock.advance(3 * MINUTE);

    await Promise.all([automation.look(id), other.look(id)]);

    await soon(async () =>
      expect((await cluster()).run?.endReason).toBe('IdleTimeout'),
    );
    const { items } = await store.listActivity(id, { limit: 10 });
    expect(items.map(({ action }) => action)).toEqual(['terminate', 'create']);
  });
});
