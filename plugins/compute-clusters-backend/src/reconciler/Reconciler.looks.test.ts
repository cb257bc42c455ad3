import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ManualClock } from '../clock';
import { KnexClusterStore, KnexPlatformStore } from '../database';
import { newCluster, testStores } from '../database/__testUtils__';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { CLUSTER_IP } from '../kubernetes/objects';
import { ClusterObjects } from '../kubernetes/records';
import { ReconcilerMetrics } from '../metrics';
import { NamespaceMappings } from '../ownership';
import {
  aDriver,
  aJob,
  anExecutor,
  aReadyDriver,
} from './__testUtils__/objects';
import { AuditTrail } from '../service/AuditTrail';
import { RecordingPublisher } from './__testUtils__/RecordingPublisher';
import { soon } from './__testUtils__/soon';
import { StillWatcher } from './__testUtils__/StillWatcher';
import { Reconciler } from './Reconciler';
import { ReconcilerOptions } from './ReconcilerOptions';
import { reconcilerParts } from './reconcilerParts';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Deletes whatever it is told to, and makes nothing. */
const deletingGateway: KubernetesGateway = {
  create: () => Promise.reject(new Error('makes nothing')),
  apply: () => Promise.reject(new Error('makes nothing')),
  merge: () => Promise.reject(new Error('changes nothing')),
  read: async () => undefined,
  delete: async () => true,
  deleteAll: async () => {},
  version: async () => 'v1.35.0',
  checkReady: async () => {},
};

describe('How often a reconciler looks', () => {
  let clock: ManualClock;
  let store: KnexClusterStore;
  let platform: KnexPlatformStore;

  beforeEach(async () => {
    ({ clock, store, platform } = await testStores(databases, 'SQLITE_3'));
  });

  const optionsOf = (watcher: StillWatcher): ReconcilerOptions => ({
    connection: { name: 'demo', gateway: deletingGateway, watcher },
    store,
    platform,
    mappings: NamespaceMappings.create({
      mappings: [],
      kubernetesClusters: ['demo'],
    }),
    images: [],
    exposure: CLUSTER_IP,
    createNamespaces: false,
    startTimeout: 900_000,
    clock,
    logger: mockServices.logger.mock(),
    publisher: new RecordingPublisher(),
    trail: AuditTrail.create({ auditor: mockServices.auditor.mock() }),
    metrics: ReconcilerMetrics.create({ metrics: metricsServiceMock.mock() }),
  });

  const now = () => clock.now().getTime();

  const freshJob = () => aJob({ createdAt: now() });

  it.each<[string, 'on' | 'off', () => Partial<ClusterObjects>, number]>([
    [
      'has seen to all that the watch told if nothing is left to do',
      'on',
      () => ({ jobs: [freshJob()], pods: [aReadyDriver()] }),
      1,
    ],
    [
      'is not enough while what is to go is still shown',
      'off',
      () => ({ jobs: [freshJob()], pods: [aReadyDriver()] }),
      0,
    ],
    [
      'is not enough when it tells of a failure that calls for a step',
      'on',
      () => ({
        jobs: [{ ...freshJob(), failure: { reason: 'BackoffLimitExceeded' } }],
        pods: [anExecutor()],
      }),
      0,
    ],
  ])('one look %s', async (_, power, shown, looked) => {
    const { id } = await store.create(newCluster());
    await store.change(id, () => ({
      power,
      activity: { action: 'configure', user: 'user:default/a', message: '' },
    }));
    const { clusters } = reconcilerParts(optionsOf(new StillWatcher(shown())));
    const told = jest.fn();

    await clusters.reconcile(id, {
      signal: new AbortController().signal,
      looked: told,
    });

    expect(told).toHaveBeenCalledTimes(looked);
  });

  it('leaves a cluster alone while it is not known whether it may look, and tries again', async () => {
    const watcher = new StillWatcher({});
    watcher.blind = true;
    const { clusters } = reconcilerParts(optionsOf(watcher));
    const cluster = await store.create(newCluster());

    const result = await clusters.reconcile(cluster.id, {
      signal: new AbortController().signal,
      looked: () => {},
    });

    expect(result).toEqual({ requeueAfter: 10_000 });
    expect(await store.get(cluster.id)).toEqual(cluster);
  });

  it('looks up what other backends were asked for, but not what it has just looked at', async () => {
    const watcher = new StillWatcher({ jobs: [freshJob()], pods: [aDriver()] });
    const looksAt = (id: string) =>
      watcher.looks.filter(look => look === id).length;
    const reconciler = Reconciler.create(optionsOf(watcher));
    const mine = await store.create(newCluster());
    reconciler.start();
    await soon(() => expect(looksAt(mine.id)).toBeGreaterThan(0));
    await soon(() => {
      clock.advance(0);
      expect(reconciler.queueDepth).toBe(0);
    });
    const looksBefore = looksAt(mine.id);

    const another = await store.create(newCluster({ name: 'another' }));
    await soon(() => {
      clock.advance(1_000);
      expect(looksAt(another.id)).toBeGreaterThan(0);
    });
    expect(looksAt(mine.id)).toBe(looksBefore);

    await soon(() => {
      clock.advance(1_000);
      expect(looksAt(mine.id)).toBeGreaterThan(looksBefore);
    });
    await reconciler.stop();
  });
});
