import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ManualClock } from '../clock';
import { KubernetesClusterStore } from '../database';
import { testStores } from '../database/__testUtils__';
import { KubernetesConnection } from '../kubernetes';
import { KubernetesError } from '../kubernetes/KubernetesError';
import { RecordingPublisher } from '../reconciler/__testUtils__/RecordingPublisher';
import { SimulatedKubernetes } from '../reconciler/__testUtils__/SimulatedKubernetes';
import { soon } from '../reconciler/__testUtils__/soon';
import { Heartbeat } from './Heartbeat';
import { KubernetesClusterHealthReader } from './KubernetesClusterHealthReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Heartbeat', () => {
  let kubernetes: SimulatedKubernetes;
  let clock: ManualClock;
  let store: KubernetesClusterStore;
  let connection: KubernetesConnection;
  let heartbeat: Heartbeat;
  let publisher: RecordingPublisher;
  let health: KubernetesClusterHealthReader;
  let returns: number;

  beforeEach(async () => {
    kubernetes = await SimulatedKubernetes.start();
    ({ clock, kubernetesClusters: store } = await testStores(
      databases,
      'SQLITE_3',
    ));
    const logger = mockServices.logger.mock();
    connection = KubernetesConnection.create({
      name: 'demo',
      kubeConfig: kubernetes.kubeConfig,
      simulated: true,
      clock,
      logger,
    });
    publisher = new RecordingPublisher();
    health = KubernetesClusterHealthReader.create({
      sources: [connection],
      store,
      clock,
    });
    returns = 0;
    heartbeat = Heartbeat.create({
      name: 'demo',
      gateway: connection.gateway,
      watcher: connection.watcher,
      store,
      publisher,
      clock,
      logger,
      onReturn: () => {
        returns += 1;
      },
    });
    await store.acquireLease({
      name: 'demo',
      holder: 'one',
      now: clock.now(),
      duration: 12_000,
    });
  });

  afterEach(async () => {
    await heartbeat.stop();
    await connection.close();
    await kubernetes.stop();
  });

  const demo = async () => (await health.read()).kubernetesClusters[0];

  it('tells when it answers, when it is silent for a minute, and when it is back', async () => {
    expect(await demo()).toMatchObject({
      reachable: false,
      answeredAt: null,
      simulated: true,
      message: expect.stringContaining('has not answered yet'),
    });

    heartbeat.start();
    await soon(() => expect(publisher.reachability).toEqual([true]));
    expect(await demo()).toMatchObject({
      reachable: true,
      answeredAt: clock.now(),
      message: null,
    });

    await kubernetes.simulator.goAway();
    await soon(() => {
      clock.advance(1_000);
      expect(publisher.reachability).toEqual([true, false]);
    });
    expect(await demo()).toMatchObject({
      reachable: false,
      message: expect.stringMatching(
        /demo has not answered since 2026-.*as they were last seen/,
      ),
    });
    expect(returns).toBe(0);

    await kubernetes.simulator.comeBack();
    await soon(() => {
      clock.advance(1_000);
      expect(publisher.reachability).toEqual([true, false, true]);
    });
    expect(returns).toBe(1);
    expect(await demo()).toMatchObject({ reachable: true });
  });

  it('asks whether it is ready while the watch is quiet, so that rest is no silence', async () => {
    heartbeat.start();
    await soon(() => expect(publisher.reachability).toEqual([true]));
    const begin = clock.now().getTime();
    await soon(() => {
      clock.advance(1_000);
      const answered = heartbeat.answeredAt()?.getTime() ?? 0;
      expect(answered).toBeGreaterThan(begin + 120_000);
    });
    expect(publisher.reachability).toEqual([true]);
  });

  it('tells of silence too when the clock was set back', async () => {
    heartbeat.start();
    await soon(() => expect(publisher.reachability).toEqual([true]));
    await kubernetes.simulator.goAway();
    const real = clock.now.bind(clock);
    jest
      .spyOn(clock, 'now')
      .mockImplementation(() => new Date(real().getTime() - 3_600_000));
    const since = real().getTime();
    await soon(() => {
      clock.advance(1_000);
      expect(publisher.reachability).toEqual([true, false]);
    });
    expect(real().getTime() - since).toBeLessThan(600_000);
  });

  it('tells of silence when the API server answers without its storage', async () => {
    let stored = true;
    heartbeat = Heartbeat.create({
      name: 'demo',
      gateway: {
        checkReady: async () => {
          if (!stored) {
            throw new KubernetesError('Unreachable', 'etcd failed');
          }
        },
      },
      // whose watches go on from its cache
      watcher: {
        answeredAt: () => clock.now(),
        problem: () => (stored ? undefined : 'etcd failed'),
      },
      store,
      publisher,
      clock,
      logger: mockServices.logger.mock(),
      onReturn: () => {},
    });
    heartbeat.start();
    await soon(() => expect(publisher.reachability).toEqual([true]));
    stored = false;
    await soon(() => {
      clock.advance(1_000);
      expect(publisher.reachability).toEqual([true, false]);
    });
    stored = true;
    await soon(() => {
      clock.advance(1_000);
      expect(publisher.reachability).toEqual([true, false, true]);
    });
  });

  it('ends with its session', async () => {
    heartbeat.start();
    await soon(() => expect(publisher.reachability).toEqual([true]));
    await heartbeat.stop();
    expect(clock.pending).toBe(0);
  });
});
