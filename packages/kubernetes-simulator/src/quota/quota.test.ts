import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';
import { podManifest } from '../__testUtils__/manifests';

const PODS = '/api/v1/namespaces/team/pods';

describe('a ResourceQuota', () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
    await fixture.create('/api/v1/namespaces/team/resourcequotas', {
      metadata: { name: 'q' },
      spec: {
        hard: { pods: '2', 'requests.cpu': '1', 'limits.memory': '1Gi' },
      },
    });
  });

  afterEach(() => fixture.stop());

  const pod = (name: string, requests: object, limits: object) =>
    podManifest(name, { container: { resources: { requests, limits } } });
  const small = (name: string) =>
    pod(name, { cpu: '500m' }, { memory: '256Mi' });
  const post = (body: object) => fixture.json('POST', PODS, { body });
  const status = async () =>
    (await fixture.json('GET', '/api/v1/namespaces/team/resourcequotas/q')).body
      .status;

  it('shows what is used', async () => {
    await fixture.create(PODS, small('a'));
    await expect(status()).resolves.toEqual({
      hard: { pods: '2', 'requests.cpu': '1', 'limits.memory': '1Gi' },
      used: { pods: '1', 'requests.cpu': '500m', 'limits.memory': '256Mi' },
    });
  });

  it.each([
    {
      name: 'a pod over it',
      body: () => pod('b', { cpu: '2' }, { memory: '2Gi' }),
      message:
        'pods "b" is forbidden: exceeded quota: q, requested: limits.memory=2Gi,requests.cpu=2, used: limits.memory=0,requests.cpu=0, limited: limits.memory=1Gi,requests.cpu=1',
    },
    {
      name: 'a pod that does not say what it wants',
      body: () => podManifest('b'),
      message:
        'pods "b" is forbidden: failed quota: q: must specify limits.memory for: main; requests.cpu for: main',
    },
  ])('refuses $name in the words of Kubernetes', async ({ body, message }) => {
    await expect(post(body())).resolves.toMatchObject({
      status: 403,
      body: {
        reason: 'Forbidden',
        message,
        details: { name: 'b', kind: 'pods' },
      },
    });
  });

  it('counts what is there, and no longer counts what is gone', async () => {
    await fixture.create(PODS, small('a'));
    await fixture.create(PODS, small('b'));
    expect((await post(small('c'))).body.message).toBe(
      'pods "c" is forbidden: exceeded quota: q, requested: pods=1,requests.cpu=500m, used: pods=2,requests.cpu=1, limited: pods=2,requests.cpu=1',
    );
    await fixture.json('DELETE', `${PODS}/a`);
    expect((await post(small('c'))).status).toBe(201);
  });
});

describe('a LimitRange', () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
    await fixture.create('/api/v1/namespaces/team/limitranges', {
      metadata: { name: 'l' },
      spec: {
        limits: [
          {
            type: 'Container',
            default: { cpu: '1' },
            defaultRequest: { cpu: '100m' },
            max: { cpu: '2' },
          },
        ],
      },
    });
  });

  afterEach(() => fixture.stop());

  it('fills in what a container does not say', async () => {
    const { spec } = await fixture.create(PODS, podManifest('a'));
    expect(spec.containers[0].resources).toEqual({
      limits: { cpu: '1' },
      requests: { cpu: '100m' },
    });
  });

  it('refuses what is over its bounds', async () => {
    const resources = { limits: { cpu: '4' } };
    const { status, body } = await fixture.json('POST', PODS, {
      body: podManifest('a', { container: { resources } }),
    });
    expect(status).toBe(403);
    expect(body.message).toBe(
      'pods "a" is forbidden: maximum cpu usage per Container is 2, but limit is 4',
    );
  });
});
