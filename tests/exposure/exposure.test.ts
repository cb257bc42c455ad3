import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ComputeCluster,
  Connections,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { KubernetesObjectApi } from '@kubernetes/client-node';
import { ClientShell } from '../spark/ClientShell';
import { type ClientName, copied, TOKEN_VARIABLE } from '../spark/copied';
import { SparkTeam } from '../spark/SparkTeam';
import { Certificate } from '../support/Certificate';
import { freePort } from '../support/freePort';
import { waitUntil } from '../support/waitUntil';
import { byGateway, byIngress, type Platform } from './Platform';
import { SecureHost } from './SecureHost';
import { Traefik } from './Traefik';

jest.setTimeout(600_000);

const CONFIG = '/spark.connect.SparkConnectService/Config';
const UNAUTHENTICATED = { status: 200, grpcStatus: '16' };

describe.each([
  { type: 'ingress', way: byIngress },
  { type: 'gateway', way: byGateway },
])('a cluster that is opened by $type', ({ type, way }) => {
  let certificate: Certificate;
  let traefik: Traefik;
  let platform: Platform;
  let team: SparkTeam;
  let kubernetes: KubernetesObjectApi;
  let cluster: ComputeCluster;
  let connections: Connections;
  let host: SecureHost;
  let shell: ClientShell;

  const isLed = async () =>
    (await host.call(CONFIG).catch(() => undefined))?.grpcStatus !== undefined;

  beforeAll(async () => {
    certificate = await Certificate.of('*.data-eng.localhost');
    const port = await freePort();
    platform = way({ port, certificate });
    team = await SparkTeam.start({
      environment: {
        APP_CONFIG_computeClusters_exposure: JSON.stringify(platform.exposure),
      },
    });
    kubernetes = KubernetesObjectApi.makeApiClient(team.kubeConfig);
    const { id } = await team.create(type, {
      deploymentType: 'single-node',
      executor: undefined,
      autoScaling: undefined,
    });
    cluster = await team.reaches(id, 'ACTIVE');
    for (const object of platform.objects) await kubernetes.create(object);
    traefik = Traefik.start(port);
    connections = await team.clusters.getConnections(id);
    host = new SecureHost(connections.connect?.host ?? '', port, certificate);
    await waitUntil('the controller leads to it', isLed, {
      timeoutMs: 60_000,
    });
    shell = await ClientShell.open('spark');
    const names = readFileSync(join(__dirname, 'localhost.py'), 'utf8');
    shell.write('sitecustomize.py', names);
  });

  afterAll(async () => {
    shell?.close();
    if (cluster) await team.remove(cluster);
    await traefik?.stop();
    for (const object of platform?.objects ?? []) {
      await kubernetes?.delete(object).catch(() => {});
    }
    await team?.stop();
    certificate?.remove();
  });

  /** Runs what the page has for clients outside of Kubernetes. */
  const runs = async (client: ClientName) => {
    await shell.install(
      copied(connections, cluster, client, 'install', 'outside'),
    );
    const { token } = await team.clusters.getConnectToken(cluster.id);
    return await shell.python(
      copied(connections, cluster, client, 'python', 'outside'),
      {
        ...certificate.trust,
        [TOKEN_VARIABLE]: token,
        PYTHONPATH: shell.folder,
      },
    );
  };

  it('answers Python over Spark Connect', async () => {
    expect(await runs('python')).toContain(' 42|');
  });

  it('answers PyHive over Thrift', async () => {
    expect((await runs('pyhive')).trim()).toBe('[(42,)]');
  });

  it('asks for its token', async () => {
    expect(await host.call(CONFIG)).toEqual(UNAUTHENTICATED);
  });

  it.each(['/', '/jobs/', '/api/v1/applications'])(
    'does not open its Spark UI at %s',
    async path => {
      expect(await host.get(path)).toEqual({ status: 404 });
    },
  );

  it('is led to again after a restart', async () => {
    await team.clusters.restartCluster(cluster.id);
    const { driver } = cluster.status;
    await waitUntil(
      'the next run',
      async () => {
        const { status } = await team.clusters.getCluster(cluster.id);
        return status.driver.pod !== driver.pod && status.state === 'ACTIVE';
      },
      { timeoutMs: 300_000 },
    );
    await waitUntil('the controller leads to it again', isLed, {
      timeoutMs: 60_000,
    });
    expect(await runs('python')).toContain(' 42|');
  });
});
