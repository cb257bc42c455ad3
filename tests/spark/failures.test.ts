import type { ComputeClusterSpecInput } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { CoreV1Api } from '@kubernetes/client-node';
import { execInPod } from '../support/execInPod';
import { SparkTeam } from './SparkTeam';

jest.setTimeout(600_000);

const NAMESPACE = 'data-eng';
const QUOTA = 'no-more-pods';

const CONFIG = {
  nodeTypes: [
    { name: 'driver-tiny', cpu: 1_000, memory: 1_536, forDriver: true },
    { name: 'driver-huge', cpu: 60_000, memory: 2_048, forDriver: true },
    { name: 'executor-tiny', cpu: 400, memory: 1_024, forExecutor: true },
  ],
  images: [
    { name: 'Spark', image: 'apache/spark:4.3.0', default: true },
    // Nothing listens there.
    { name: 'Absent', image: 'localhost:1/spark:absent' },
  ],
};

describe('what goes wrong on a real Kubernetes', () => {
  let team: SparkTeam;

  beforeAll(async () => {
    team = await SparkTeam.start({
      environment: {
        APP_CONFIG_computeClusters_nodeTypes: JSON.stringify(CONFIG.nodeTypes),
        APP_CONFIG_computeClusters_images: JSON.stringify(CONFIG.images),
      },
    });
  });
  afterAll(async () => {
    await team?.stop();
  });

  it.each<[string, Partial<ComputeClusterSpecInput>]>([
    ['Unschedulable', { driver: { nodeType: 'driver-huge' } }],
    ['ImagePullFailed', { image: 'Absent' }],
  ])('is shown: %s', async (reason, spec) => {
    const cluster = await team.create(reason.toLowerCase(), spec);
    const { state, message } = await team.shows(cluster.id, { reason });
    expect(state).toBe('STARTING');
    expect(message).not.toBe('');
    await team.remove(cluster);
  });

  const whileFull = async <T>(work: () => Promise<T>): Promise<T> => {
    const core = team.kubeConfig.makeApiClient(CoreV1Api);
    await core.createNamespacedResourceQuota({
      namespace: NAMESPACE,
      body: { metadata: { name: QUOTA }, spec: { hard: { pods: '0' } } },
    });
    try {
      return await work();
    } finally {
      await core.deleteNamespacedResourceQuota({
        namespace: NAMESPACE,
        name: QUOTA,
      });
    }
  };

  it('waits for a quota, and starts when there is room', async () => {
    const cluster = await whileFull(async () => {
      const created = await team.create('quota');
      const { state } = await team.shows(created.id, {
        reason: 'QuotaExceeded',
      });
      expect(state).toBe('STARTING');
      return created;
    });
    await team.reaches(cluster.id, 'ACTIVE');
    await team.remove(cluster);
  });

  it('leaves one driver when the portal is killed while it starts, and another when the driver is', async () => {
    const cluster = await team.create('killed');
    const objects = team.objectsOf(cluster);

    await team.killPortal();

    const active = await team.reaches(cluster.id, 'ACTIVE');
    const drivers = await objects.drivers();
    expect(drivers.map(pod => pod.metadata?.name)).toEqual([
      active.status.driver.pod,
    ]);
    expect(active.run?.sequence).toBe(1);

    await execInPod(
      team.kubeConfig,
      {
        namespace: cluster.namespace,
        pod: active.status.driver.pod ?? '',
        container: 'driver',
      },
      ['pkill', '-9', 'java'],
    );
    const { message } = await team.shows(cluster.id, {
      reason: 'DriverExited',
    });
    expect(message).toContain('exit code 137');
    await team.reaches(cluster.id, 'ACTIVE');
    expect(await objects.drivers()).toHaveLength(1);

    await team.remove(cluster);
  });
});
