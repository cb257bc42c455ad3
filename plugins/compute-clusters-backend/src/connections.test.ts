import { CoreV1Api, V1Secret } from '@kubernetes/client-node';
import { SimulatedPortal } from './__testUtils__/SimulatedPortal';
import { soon } from './reconciler/__testUtils__/soon';

jest.setTimeout(60_000);

const HOST = '{{name}}.{{namespace}}.spark.example.com';
const THRIFT = { transport: 'http', external: true };

const NETWORKING = 'networking.k8s.io/v1';
const GATEWAY = 'gateway.networking.k8s.io/v1';

describe('how clients connect', () => {
  let portal: SimulatedPortal;

  afterEach(async () => {
    await portal.stop();
  });

  const startCluster = async (exposure?: object) => {
    portal = await SimulatedPortal.start(exposure && { exposure });
    const { body } = await portal.create();
    await portal.shows(body.id, 'ACTIVE');
    return body.id;
  };

  const connectionsOf = async (id: string) =>
    (await portal.call('get', `/clusters/${id}/connections`)).body;

  const isGone = async (kind: string, name: string, apiVersion?: string) =>
    await soon(async () => {
      await expect(portal.object(kind, name, apiVersion)).rejects.toMatchObject(
        {
          code: 404,
        },
      );
    });

  it('inside of Kubernetes is by the Service', async () => {
    const id = await startCluster();
    expect(await connectionsOf(id)).toMatchObject({
      exposure: 'clusterIP',
      connect: { host: 'etl.data-eng.svc', port: 15002 },
      user: 'data-engineer',
      message: null,
    });
    const hidden = await portal.call(
      'get',
      `/clusters/${id}/connections`,
      'user:default/stranger',
    );
    expect(hidden.status).toBe(404);
  });

  it('from outside is by an ingress, which goes with the cluster', async () => {
    const id = await startCluster({
      type: 'ingress',
      host: HOST,
      thrift: THRIFT,
    });
    expect(await connectionsOf(id)).toMatchObject({
      exposure: 'ingress',
      connect: { host: 'etl.data-eng.spark.example.com', port: 443, tls: true },
      thrift: { transport: 'http', httpPath: 'cliservice' },
    });
    await portal.object('Ingress', 'etl.connect', NETWORKING);
    await portal.object('Ingress', 'etl.thrift', NETWORKING);

    await portal.call('delete', `/clusters/${id}`);
    await isGone('Ingress', 'etl.connect', NETWORKING);
    await isGone('Ingress', 'etl.thrift', NETWORKING);
  });

  it('from outside is by routes of a gateway', async () => {
    await startCluster({
      type: 'gateway',
      host: HOST,
      gateway: { name: 'public' },
      thrift: { ...THRIFT, host: `thrift-${HOST}` },
    });
    expect(
      await portal.object('GRPCRoute', 'etl.connect', GATEWAY),
    ).toMatchObject({
      spec: {
        parentRefs: [{ name: 'public' }],
        hostnames: ['etl.data-eng.spark.example.com'],
      },
    });
    expect(
      await portal.object('HTTPRoute', 'etl.thrift', GATEWAY),
    ).toMatchObject({
      spec: { hostnames: ['thrift-etl.data-eng.spark.example.com'] },
    });
  });

  it('from outside is by a load balancer, as soon as it has an address', async () => {
    const id = await startCluster({ type: 'loadBalancer' });
    expect(await connectionsOf(id)).toMatchObject({
      connect: null,
      message: expect.stringContaining('no address yet'),
    });
    await portal.kubernetes.kubeConfig
      .makeApiClient(CoreV1Api)
      .replaceNamespacedServiceStatus({
        namespace: 'data-eng',
        name: `external-${id}`,
        body: {
          ...(await portal.object('Service', `external-${id}`)),
          status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } },
        },
      });
    expect(await connectionsOf(id)).toMatchObject({
      connect: { host: '192.0.2.7', port: 15002 },
    });
    await portal.kubernetes.simulator.goAway();
    expect(await connectionsOf(id)).toMatchObject({
      connect: null,
      message: expect.stringContaining('does not answer'),
    });
    await portal.kubernetes.simulator.comeBack();
  });

  it('changes with the configuration, when the cluster is started again', async () => {
    const id = await startCluster({ type: 'ingress', host: HOST });
    await portal.terminate(id);
    await portal.restartBackend({ exposure: { type: 'loadBalancer' } });
    await portal.call('post', `/clusters/${id}/start`);
    await portal.shows(id, 'ACTIVE');
    expect(await portal.object('Service', `external-${id}`)).toMatchObject({
      spec: { type: 'LoadBalancer' },
    });
    await isGone('Ingress', 'etl.connect', NETWORKING);
  });
});

describe('the Connect token', () => {
  let portal: SimulatedPortal;

  beforeEach(async () => {
    portal = await SimulatedPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  const tokenOf = async (id: string): Promise<string> =>
    (await portal.call('get', `/clusters/${id}/connect-token`)).body.token;

  const rotate = (id: string, user?: string) =>
    portal.call('post', `/clusters/${id}/connect-token/rotate`, user);

  const sparkDefaults = async () => {
    const secret: V1Secret = await portal.object('Secret', 'etl');
    const file = secret.data?.['spark-defaults.conf'] ?? '';
    return Buffer.from(file, 'base64').toString('utf8');
  };

  it('is replaced, for the next run', async () => {
    const { body } = await portal.create();
    await portal.shows(body.id, 'ACTIVE');
    const before = await tokenOf(body.id);

    const { status, body: rotated } = await rotate(body.id);
    expect(status).toBe(200);
    expect(rotated.token).toMatch(/^[\w-]{43}$/);
    expect(rotated.token).not.toBe(before);
    expect(await tokenOf(body.id)).toBe(rotated.token);
    expect(await sparkDefaults()).toContain(before);

    await portal.call('post', `/clusters/${body.id}/restart`);
    await soon(async () => {
      expect(await sparkDefaults()).toContain(rotated.token);
    });
    await portal.shows(body.id, 'ACTIVE');
    expect(await tokenOf(body.id)).toBe(rotated.token);
  });

  it('is replaced by whom the activity and the audit log name, and neither holds it', async () => {
    const { body } = await portal.create();
    await portal.shows(body.id, 'ACTIVE');
    const { body: rotated } = await rotate(body.id);

    const activity = await portal.call('get', `/clusters/${body.id}/activity`);
    expect(activity.body.items[0]).toMatchObject({
      action: 'rotate-token',
      user: 'user:default/data-engineer',
      message: expect.stringContaining('until the cluster is restarted'),
    });
    const written = await portal.written();
    expect(written).toContain('cluster-connect-token-rotate');
    expect(written).not.toContain(rotated.token);
  });

  it('is not replaced by strangers, nor while Kubernetes is silent', async () => {
    const { body } = await portal.create();
    await portal.shows(body.id, 'ACTIVE');
    expect((await rotate(body.id, 'user:default/stranger')).status).toBe(404);
    await portal.kubernetes.simulator.goAway();
    const silent = await rotate(body.id);
    expect(silent.status).toBe(503);
    expect(silent.headers['retry-after']).toBe('10');
    await portal.kubernetes.simulator.comeBack();
  });
});
