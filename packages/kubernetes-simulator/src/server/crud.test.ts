import { configMapManifest } from '../__testUtils__/manifests';
import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';

const PATH = '/api/v1/namespaces/team/configmaps';

describe('objects over HTTP', () => {
  let fixture: SimulatorFixture;

  beforeAll(async () => {
    fixture = await SimulatorFixture.start();
  });

  afterAll(() => fixture.stop());

  it('creates, reads, replaces and deletes through the generated client', async () => {
    const { core } = fixture;
    const made = await core.createNamespacedConfigMap({
      namespace: 'team',
      body: configMapManifest('plain'),
    });
    expect(made.metadata).toMatchObject({
      name: 'plain',
      uid: expect.any(String),
      resourceVersion: expect.stringMatching(/^\d+$/),
    });
    const replaced = await core.replaceNamespacedConfigMap({
      namespace: 'team',
      name: 'plain',
      body: { ...made, data: { a: '2' } },
    });
    expect(Number(replaced.metadata?.resourceVersion)).toBeGreaterThan(
      Number(made.metadata?.resourceVersion),
    );
    const status = await core.deleteNamespacedConfigMap({
      namespace: 'team',
      name: 'plain',
    });
    expect(status).toMatchObject({
      status: 'Success',
      details: { name: 'plain', kind: 'configmaps', uid: made.metadata?.uid },
    });
    await expect(
      core.readNamespacedConfigMap({ namespace: 'team', name: 'plain' }),
    ).rejects.toMatchObject({ code: 404 });
  });

  it.each(['GRPCRoute', 'HTTPRoute'])(
    'keeps %ss of the Gateway API',
    async kind => {
      const route = {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind,
        metadata: { name: 'etl.connect', namespace: 'team' },
        spec: { hostnames: ['etl.example.com'] },
      };
      const made = await fixture.objects.create(route);
      expect(made).toMatchObject({ kind, metadata: { generation: 1 } });
      const path = `/apis/gateway.networking.k8s.io/v1/namespaces/team/${kind.toLowerCase()}s`;
      const { body } = await fixture.request('GET', path);
      expect(JSON.parse(body)).toMatchObject({
        kind: `${kind}List`,
        items: [{ spec: { hostnames: ['etl.example.com'] } }],
      });
    },
  );

  it('serves the discovery that the object API asks for', async () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'found', namespace: 'team' },
      stringData: { key: 'value' },
    };
    const made = await fixture.objects.create(secret);
    expect(made).toMatchObject({ data: { key: 'dmFsdWU=' }, type: 'Opaque' });
    const role = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'found', namespace: 'team' },
      rules: [],
    };
    await expect(fixture.objects.create(role)).resolves.toMatchObject({
      metadata: { name: 'found' },
    });
    await expect(fixture.objects.read(secret)).resolves.toMatchObject({
      kind: 'Secret',
    });
  });

  it('makes names from generateName', async () => {
    const { body } = await fixture.json('POST', PATH, {
      body: { metadata: { generateName: 'made-' } },
    });
    expect(body.metadata.name).toMatch(/^made-[a-z0-9]{5}$/);
  });

  it('does not count a change that changes nothing', async () => {
    await fixture.json('POST', PATH, { body: configMapManifest('same') });
    const before = await fixture.json('GET', `${PATH}/same`);
    const after = await fixture.json('PUT', `${PATH}/same`, {
      body: before.body,
    });
    expect(after.body.metadata.resourceVersion).toBe(
      before.body.metadata.resourceVersion,
    );
  });

  it('stores nothing on a dry run', async () => {
    const dry = await fixture.request('POST', `${PATH}?dryRun=All`, {
      body: configMapManifest('dry'),
    });
    expect(dry.status).toBe(201);
    expect((await fixture.request('GET', `${PATH}/dry`)).status).toBe(404);
  });

  it('keeps status and specification apart', async () => {
    const path = '/apis/batch/v1/namespaces/team/jobs';
    const made = await fixture.json('POST', path, {
      body: {
        metadata: { name: 'apart' },
        spec: {
          suspend: true,
          template: {
            spec: {
              restartPolicy: 'Never',
              containers: [{ name: 'main', image: 'image' }],
            },
          },
        },
        status: { failed: 3 },
      },
    });
    expect(made.body).toMatchObject({
      status: {},
      metadata: { generation: 1 },
      spec: { backoffLimit: 6 },
    });
    const merge = { contentType: 'application/merge-patch+json' };
    const patched = await fixture.json('PATCH', `${path}/apart/status`, {
      body: { status: { failed: 2 }, spec: { backoffLimit: 1 } },
      ...merge,
    });
    expect(patched.body).toMatchObject({
      status: { failed: 2 },
      spec: { backoffLimit: 6 },
    });
    const changed = await fixture.json('PATCH', `${path}/apart`, {
      body: { status: { failed: 9 }, spec: { backoffLimit: 1 } },
      ...merge,
    });
    expect(changed.body).toMatchObject({
      status: { failed: 2 },
      spec: { backoffLimit: 1 },
      metadata: { generation: 2 },
    });
  });
});
