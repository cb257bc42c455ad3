import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { KubeConfig } from '@kubernetes/client-node';
import { ClusterObjects } from '../support/ClusterObjects';
import { forwardPort } from '../support/forwardPort';
import { Portal } from '../support/Portal';
import { PortalUser } from '../support/PortalUser';
import { waitUntil } from '../support/waitUntil';
import { installPythonClient, runQuery } from './pythonClient';

jest.setTimeout(600_000);

const STARTED = { timeoutMs: 300_000, everyMs: 250 };
const GONE = { timeoutMs: 60_000, everyMs: 250 };
const CONNECT_PORT = 15002;

function readKubeConfig(): { path: string; kubeConfig: KubeConfig } {
  const path = process.env.KUBECONFIG;
  if (!path) {
    throw new Error('Set KUBECONFIG to a Kubernetes that can run Spark');
  }
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(path);
  return { path, kubeConfig };
}

describe('a team and real Spark', () => {
  const { path, kubeConfig } = readKubeConfig();
  let portal: Portal;
  let engineer: PortalUser;

  beforeAll(async () => {
    await installPythonClient();
    portal = await Portal.start({ frontend: false, kubeconfig: path });
    engineer = await PortalUser.signIn(portal.backendUrl, 'data-engineer');
  });
  afterAll(async () => {
    await portal?.stop();
  });

  const create = (name: string) =>
    engineer.clusters.createCluster({
      namespace: 'data-eng',
      name: `${name}-${Date.now().toString(36)}`,
      spec: {
        deploymentType: 'multi-node',
        driver: { nodeType: 'driver-tiny' },
        executor: { nodeType: 'executor-tiny', min: 0, max: 2 },
        autoScaling: { enabled: true, idleTimeoutMinutes: 1 },
      },
    });

  const reaches = (id: string, state: string, timeout = STARTED) =>
    waitUntil(
      `${state}`,
      async () => {
        const cluster = await engineer.clusters.getCluster(id);
        if (cluster.status.state === 'FAILED' && state !== 'FAILED') {
          throw new Error(`FAILED: ${cluster.status.message}`);
        }
        return cluster.status.state === state && cluster;
      },
      timeout,
    );

  const mostExecutorsDuring = async (
    id: string,
    work: Promise<unknown>,
  ): Promise<number> => {
    let most = 0;
    let done = false;
    const end = () => {
      done = true;
    };
    work.then(end, end);
    await waitUntil(
      'the query ends',
      async () => {
        const { status } = await engineer.clusters.getCluster(id);
        most = Math.max(most, status.executors.running);
        return done;
      },
      STARTED,
    );
    return most;
  };

  const removeAll = async (cluster: ComputeCluster) => {
    const objects = new ClusterObjects(kubeConfig, cluster);
    await engineer.clusters.deleteCluster(cluster.id);
    await waitUntil(
      'everything is gone',
      async () => (await objects.all()).length === 0,
      GONE,
    );
  };

  it('runs a query on executors that come when they are needed, and leaves nothing behind', async () => {
    const { id } = await create('query');
    const cluster = await reaches(id, 'ACTIVE');
    const objects = new ClusterObjects(kubeConfig, cluster);
    const { token } = await engineer.clusters.getConnectToken(id);
    const connect = await forwardPort(kubeConfig, {
      namespace: cluster.namespace,
      name: cluster.status.driver.pod ?? '',
      port: CONNECT_PORT,
    });

    const query = runQuery({ port: connect.port, token });
    const executors = await mostExecutorsDuring(id, query);
    connect.close();

    expect(await query).toBe('total=499999500000 distinct=4000000');
    expect(executors).toBeGreaterThan(0);
    expect(executors).toBeLessThanOrEqual(2);

    await engineer.clusters.terminateCluster(id);
    await reaches(id, 'STOPPED', GONE);
    expect(await objects.workload()).toEqual([]);

    await removeAll(cluster);
    expect(await objects.all()).toEqual([]);
  });

  it('has exactly one driver after the portal was killed while the cluster started', async () => {
    const cluster = await create('killed');
    const objects = new ClusterObjects(kubeConfig, cluster);

    await portal.kill();
    await portal.restart();
    engineer = await PortalUser.signIn(portal.backendUrl, 'data-engineer');

    const active = await reaches(cluster.id, 'ACTIVE');
    const drivers = await objects.drivers();
    expect(drivers.map(pod => pod.metadata?.name)).toEqual([
      active.status.driver.pod,
    ]);
    expect(active.run?.sequence).toBe(1);

    await removeAll(cluster);
  });
});
