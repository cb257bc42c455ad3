import {
  clientService,
  clusterConfigMap,
  clusterSecret,
  driverJob,
  KubernetesConnection,
  resourceQuota,
  runJobName,
} from './support/backend';
import { TcpRelay } from './support/TcpRelay';
import { targets } from './support/targets';
import { Workbench } from './support/Workbench';

jest.setTimeout(120_000);

describe.each(targets)('ObjectWatcher on %s', (_, target) => {
  let bench: Workbench;
  let relay: TcpRelay;
  let connection: KubernetesConnection;
  let changes: string[];

  beforeEach(async () => {
    bench = await Workbench.start(target);
    relay = await TcpRelay.start(bench.target.kubeConfig);
    connection = bench.connect(relay.kubeConfig());
    changes = [];
    connection.watcher.onChange(clusterId => changes.push(clusterId));
  });

  afterEach(async () => {
    await bench?.stop();
    await relay?.cut();
  });

  async function createJob(input = bench.cluster()) {
    await bench.gateway.create(driverJob(input));
    return input;
  }

  const seen = (clusterId: string) => connection.watcher.objectsOf(clusterId);

  it('begins with what there is', async () => {
    const { clusterId } = await createJob();
    expect(connection.watcher.synced()).toBe(false);
    await connection.watcher.start();
    expect(connection.watcher.synced()).toBe(true);
    expect(connection.watcher.clusterIds()).toContain(clusterId);
    expect(seen(clusterId).jobs).toMatchObject([{ run: 1, failed: 0 }]);
    expect(connection.watcher.problem()).toBeUndefined();
  });

  it('knows which of a cluster’s lasting objects are missing, by metadata alone', async () => {
    const input = await createJob();
    const { name = '' } = clusterSecret(input).metadata ?? {};
    await bench.gateway.create(clusterSecret(input));
    await bench.gateway.create(clusterConfigMap(input));
    await connection.watcher.start();
    const missing = () => seen(input.clusterId).missing;
    await bench.until('its Service to be missing', () =>
      missing().includes('Service'),
    );
    expect(missing()).toEqual(['Service']);

    await bench.gateway.create(clientService(input));
    await bench.until('nothing to be missing', () => missing().length === 0);
    await bench.gateway.delete(bench.ref('Secret', name));

    await bench.until('its Secret to be missing', () => missing().length > 0);
    expect(missing()).toEqual(['Secret']);
  });

  it('sees a Job, its driver pod, and why it waits', async () => {
    await connection.watcher.start();
    const { clusterId } = await createJob();
    const pod = await bench.until('an unschedulable driver', () =>
      seen(clusterId).pods.find(
        ({ scheduled }) => scheduled?.reason === 'Unschedulable',
      ),
    );
    expect(pod).toMatchObject({
      namespace: bench.namespace,
      run: 1,
      component: 'driver',
      phase: 'Pending',
      cpu: 1000,
      memory: 4096,
    });
    expect(changes).toContain(clusterId);
    expect(connection.watcher.useOf(bench.namespace)).toEqual({
      cpu: 1000,
      memory: 4096,
      pods: 1,
    });
  });

  it('sees deletions', async () => {
    await connection.watcher.start();
    const input = await createJob();
    await bench.until('a pod', () => seen(input.clusterId).pods.length === 1);
    await bench.gateway.delete(bench.ref('Job', runJobName(input), 'batch/v1'));
    await bench.until(
      'nothing',
      () => !connection.watcher.clusterIds().includes(input.clusterId),
    );
    expect(connection.watcher.useOf(bench.namespace).pods).toBe(0);
  });

  it('catches up with what happened while the server was away', async () => {
    await connection.watcher.start();
    const deleted = await createJob();
    await bench.until('a pod', () => seen(deleted.clusterId).pods.length === 1);
    await relay.cut();
    await bench.until('a problem', () => connection.watcher.problem());
    const created = await createJob();
    await bench.gateway.delete(
      bench.ref('Job', runJobName(deleted), 'batch/v1'),
    );
    changes.length = 0;
    await relay.mend();
    await bench.until(
      'the present',
      () =>
        seen(created.clusterId).jobs.length === 1 &&
        seen(deleted.clusterId).jobs.length === 0 &&
        connection.watcher.problem() === undefined,
    );
    expect(new Set(changes)).toEqual(
      new Set([created.clusterId, deleted.clusterId]),
    );
    expect(connection.watcher.rewatches()).toBeGreaterThan(0);
  });

  it('sees a quota refuse the driver', async () => {
    await connection.watcher.start();
    await bench.gateway.apply(
      resourceQuota({ namespace: bench.namespace, quota: { pods: 0 } }),
    );
    const input = await createJob();
    const [refusal] = await bench.until('a refusal', () => {
      const { refusals } = seen(input.clusterId);
      return refusals.length > 0 && refusals;
    });
    expect(refusal.jobName).toBe(runJobName(input));
    expect(refusal.message).toMatch(/forbidden|exceeded quota|quota/);
    expect(seen(input.clusterId).pods).toEqual([]);
  });

  it('starts while the server is away', async () => {
    await relay.cut();
    const started = connection.watcher.start();
    await bench.until('a problem', () => connection.watcher.problem());
    expect(connection.watcher.answeredAt()).toBeUndefined();
    await relay.mend();
    await started;
    expect(connection.watcher.synced()).toBe(true);
  });
});
