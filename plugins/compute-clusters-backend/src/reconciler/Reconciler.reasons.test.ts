import { TestDatabases } from '@backstage/backend-test-utils';
import {
  KubernetesSimulatorOptions,
  ManualClock,
} from '@compute-clusters/kubernetes-simulator';
import { testSpec } from '../database/__testUtils__';
import { ReconcilerWorld, TestBackend } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const SLOW = {
  scheduling: 1_000,
  containerStart: 10_000,
  driverReady: 10_000,
  termination: 5_000,
};

const simulate = (value: string) => ({
  spec: testSpec({ environment: [{ name: 'SIMULATE', value }] }),
});

const withExecutors = (count: number) => ({
  spec: testSpec({
    executor: {
      nodeType: 'executor-small',
      min: count,
      max: count,
      spot: false,
      volume: null,
    },
  }),
});

describe('Reconciler: states and their reasons', () => {
  let world: ReconcilerWorld;
  let clock: ManualClock;
  let backend: TestBackend;

  const begin = async (
    timings: KubernetesSimulatorOptions['timings'] = {},
    nodes: KubernetesSimulatorOptions['nodes'] = [{ name: 'a' }],
  ) => {
    clock = new ManualClock(new Date());
    world = await ReconcilerWorld.create(databases, {
      simulator: { clock, nodes, timings },
    });
    backend = world.startBackend();
  };

  afterEach(() => world.stop());

  /** Waits for a state while Kubernetes' time stands still. */
  const shows = async (id: string, state: string, reason: string) =>
    (await world.shows(id, { state, reason })).observed;

  /** Waits for a state while Kubernetes' time goes on. */
  const comesTo = async (id: string, state: string, reason: string) =>
    (await world.shows(id, { state, reason }, () => clock.advance(50)))
      .observed;

  const driverOf = async (id: string) =>
    (await world.kubernetes.driversOf(id))[0];

  it('are shown one after the other in the life of a cluster', async () => {
    await begin(SLOW);
    const { id, observed } = await world.create(backend);
    expect(observed).toMatchObject({ state: 'STARTING', reason: 'Accepted' });
    await shows(id, 'STARTING', 'Scheduling');
    await comesTo(id, 'STARTING', 'PullingImage');
    await comesTo(id, 'STARTING', 'StartingSpark');
    await comesTo(id, 'ACTIVE', 'Ready');

    clock.advance(5_000);
    await world.kubernetes.loseReadiness(await driverOf(id), clock.now());
    await shows(id, 'STARTING', 'NotReady');
    await comesTo(id, 'ACTIVE', 'Ready');

    await world.command(backend, id, 'restart');
    await shows(id, 'STARTING', 'EarlierRunEnding');
    await comesTo(id, 'ACTIVE', 'Ready');

    await world.command(backend, id, 'terminate');
    await shows(id, 'STOPPING', 'Terminating');
    await comesTo(id, 'STOPPED', 'Terminated');

    await world.command(backend, id, 'start');
    await comesTo(id, 'ACTIVE', 'Ready');
    await world.command(backend, id, 'delete');
    await shows(id, 'DELETING', 'Deleting');
    await soon(async () => {
      clock.advance(50);
      expect(await world.store.get(id)).toBeUndefined();
    });
  });

  it('ImagePullFailed', async () => {
    await begin();
    const { id } = await world.create(backend, simulate('image-error'));
    await comesTo(id, 'STARTING', 'ImagePullFailed');
  });

  it('Unschedulable', async () => {
    const capacity = { cpu: '100m', memory: '1Gi', pods: '10' };
    await begin({}, [{ name: 'a', capacity }]);
    const { id } = await world.create(backend);
    const { message } = await comesTo(id, 'STARTING', 'Unschedulable');
    expect(message).toContain('Insufficient cpu');
  });

  it('OutOfMemory', async () => {
    await begin();
    const { id } = await world.create(backend, simulate('oom'));
    await comesTo(id, 'STARTING', 'OutOfMemory');
  });

  it.each<[string, { exitCode: number; message?: string }]>([
    ['OutOfMemory', { exitCode: 3 }],
    ['DriverExited', { exitCode: 137 }],
    ['DriverExited', { exitCode: 143 }],
    ['DriverExited', { exitCode: 9 }],
    [
      'SparkContextStopped',
      {
        exitCode: 11,
        message: 'ERROR SparkContext: Max number of executor failures reached',
      },
    ],
  ])('%s, of a driver that ended with %j', async (reason, end) => {
    await begin();
    const { id } = await world.create(backend);
    await comesTo(id, 'ACTIVE', 'Ready');

    const at = clock.now();
    await world.kubernetes.endContainer(await driverOf(id), { ...end, at });

    await shows(id, 'STARTING', reason);
    await comesTo(id, 'ACTIVE', 'Ready');
  });

  it('Evicted', async () => {
    await begin(SLOW);
    const { id } = await world.create(backend);
    await comesTo(id, 'ACTIVE', 'Ready');
    await world.kubernetes.evict(await driverOf(id));
    await shows(id, 'STARTING', 'Evicted');
    await comesTo(id, 'ACTIVE', 'Ready');
  });

  it('of the last attempt when Kubernetes gives up, also after the next start of the portal', async () => {
    await begin();
    const { id } = await world.create(backend, simulate('crash'));
    await comesTo(id, 'STARTING', 'InvalidSpec');
    const failed = await world.shows(id, { state: 'FAILED' }, () =>
      clock.advance(1_000),
    );
    expect(failed.observed).toMatchObject({
      reason: 'InvalidSpec',
      message: expect.stringContaining('simulated crash'),
    });

    await world.kill(backend);
    for (const driver of await world.kubernetes.driversOf(id)) {
      await world.kubernetes.deletePod(driver);
    }
    backend = world.startBackend();
    const observed = await soon(async () => {
      const seen = (await world.store.get(id))?.observed;
      expect(seen?.driver.pod).toBeNull();
      return seen;
    });

    expect(observed).toMatchObject({
      state: 'FAILED',
      reason: 'InvalidSpec',
      message: failed.observed.message,
    });
  });

  it('BackoffLimitExceeded, when nobody saw an attempt', async () => {
    await begin();
    const { id } = await world.create(backend, simulate('crash'));
    await comesTo(id, 'STARTING', 'InvalidSpec');
    await world.kill(backend);
    clock.advance(3_600_000);
    for (const driver of await world.kubernetes.driversOf(id)) {
      await world.kubernetes.deletePod(driver);
    }

    backend = world.startBackend();

    await shows(id, 'FAILED', 'BackoffLimitExceeded');
  });

  it.each<[string, { exitCode: number; reason?: string }]>([
    ['ExecutorExited', { exitCode: 9 }],
    ['OutOfMemory', { exitCode: 52 }],
    ['InvalidSpec', { exitCode: 53 }],
  ])('%s, of executors that end with %j', async (reason, end) => {
    await begin();
    const { id } = await world.create(backend, withExecutors(3));
    await comesTo(id, 'ACTIVE', 'Ready');
    const executors = await soon(async () => {
      clock.advance(50);
      const running = await world.kubernetes.executorsOf(id);
      expect(running).toHaveLength(3);
      return running;
    });

    for (const executor of executors) {
      await world.kubernetes.endContainer(executor, { ...end, at: new Date() });
    }

    await soon(async () => {
      const { observed } = (await world.store.get(id)) ?? {};
      expect(observed).toMatchObject({
        state: 'ACTIVE',
        executors: { reason },
      });
    });
  });
});
