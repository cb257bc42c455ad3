import { mockServices } from '@backstage/backend-test-utils';
import { CoreV1Api } from '@kubernetes/client-node';
import { RecordingLogger } from '../__testUtils__/RecordingLogger';
import { ManualClock } from '../clock';
import { SimulatedKubernetes } from '../reconciler/__testUtils__/SimulatedKubernetes';
import { newStoredKey } from '../userSecrets';
import { KubernetesConnection } from './KubernetesConnection';
import { KubernetesConnections } from './KubernetesConnections';
import { KubernetesUserSecrets } from './KubernetesUserSecrets';

const CLUSTER = {
  id: '7c1e4d1e-0000-4000-8000-000000000001',
  kubernetesCluster: 'demo',
  namespace: 'data-eng',
  name: 'etl',
};
const MINUTE = 60_000;

describe('KubernetesUserSecrets', () => {
  let kubernetes: SimulatedKubernetes;
  let connection: KubernetesConnection;
  let clock: ManualClock;
  let logger: RecordingLogger;
  let secrets: KubernetesUserSecrets;

  beforeEach(async () => {
    kubernetes = await SimulatedKubernetes.start();
    clock = ManualClock.create();
    logger = new RecordingLogger();
    connection = KubernetesConnection.create({
      name: 'demo',
      kubeConfig: kubernetes.kubeConfig,
      simulated: true,
      clock,
      logger: mockServices.logger.mock(),
    });
    secrets = KubernetesUserSecrets.create({
      kubernetes: KubernetesConnections.create([connection]),
      createNamespacesOn: [],
      clock,
      logger,
    });
  });

  afterEach(async () => {
    await connection.close();
    await kubernetes.stop();
  });

  /** What is kept for the cluster, in clear. */
  const kept = async (): Promise<Record<string, string>> => {
    const { items } = await kubernetes.kubeConfig
      .makeApiClient(CoreV1Api)
      .listNamespacedSecret({ namespace: 'data-eng' });
    return Object.fromEntries(
      items
        .flatMap(({ data = {} }) => Object.entries(data))
        .map(([key, value]) => [
          key,
          Buffer.from(value, 'base64').toString('utf8'),
        ]),
    );
  };

  const newKey = (name: string) =>
    newStoredKey('environment', name, clock.now());

  it('adds to what others add at the same time', async () => {
    await Promise.all(
      ['a', 'b', 'c'].map(key => secrets.add(CLUSTER, { [key]: `${key}!` })),
    );
    expect(await kept()).toEqual({ a: 'a!', b: 'b!', c: 'c!' });
  });

  it('forgets what nothing refers to, but not what a request may be about to', async () => {
    const [old, used] = [newKey('OLD'), newKey('USED')];
    await secrets.add(CLUSTER, { [old]: '1', [used]: '2' });
    clock.advance(11 * MINUTE);
    const young = newKey('YOUNG');
    await secrets.add(CLUSTER, { [young]: '3' });
    await secrets.prune(CLUSTER, [used]);
    expect(await kept()).toEqual({ [used]: '2', [young]: '3' });
  });

  it('has nothing to forget where nothing is', async () => {
    await secrets.prune(CLUSTER, []);
    await secrets.discard(CLUSTER);
    expect(logger.lines).toEqual([]);
  });

  it('takes back all of a cluster, and of no other', async () => {
    const other = {
      ...CLUSTER,
      id: '7c1e4d1e-0000-4000-8000-000000000002',
    };
    await secrets.add(CLUSTER, { mine: '1' });
    await secrets.add(other, { theirs: '2' });
    await secrets.discard(CLUSTER);
    expect(await kept()).toEqual({ theirs: '2' });
  });

  it('says in the log what it could not take back, and not what it is', async () => {
    await secrets.add(CLUSTER, { key: 'hunter2' });
    kubernetes.simulator.forbid({ resource: 'secrets' });
    await secrets.discard(CLUSTER);
    await secrets.prune(CLUSTER, []);
    expect(logger.lines).toEqual([
      expect.stringContaining(`etl-values-${CLUSTER.id}`),
      expect.stringContaining(`etl-values-${CLUSTER.id}`),
    ]);
    expect(logger.lines.join()).not.toContain('hunter2');
  });
});
