import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';

const PATH = '/api/v1/namespaces/team/configmaps';

function configMap(name: string, data: Record<string, string> = { a: '1' }) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'team' },
    data,
  };
}

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
      body: configMap('plain'),
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
    await fixture.json('POST', PATH, { body: configMap('same') });
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
      body: configMap('dry'),
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

  const pod = (name: string, spec: object) => ({ metadata: { name }, spec });
  const container = { name: 'main', image: 'image' };

  it.each([
    {
      name: 'a name that is taken',
      method: 'POST',
      path: PATH,
      body: configMap('same'),
      status: 409,
      reason: 'AlreadyExists',
      message: 'configmaps "same" already exists',
    },
    {
      name: 'a namespace that is absent',
      method: 'POST',
      path: '/api/v1/namespaces/nope/configmaps',
      body: { metadata: { name: 'a' } },
      status: 404,
      reason: 'NotFound',
      message: 'namespaces "nope" not found',
    },
    {
      name: 'an object that is absent',
      method: 'GET',
      path: '/apis/batch/v1/namespaces/team/jobs/nope',
      status: 404,
      reason: 'NotFound',
      message: 'jobs.batch "nope" not found',
    },
    {
      name: 'a resource that is unknown',
      method: 'GET',
      path: '/apis/batch/v1/namespaces/team/nopes',
      status: 404,
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
    },
    {
      name: 'a stale resource version',
      method: 'PUT',
      path: `${PATH}/same`,
      body: {
        metadata: { name: 'same', resourceVersion: '1' },
      },
      status: 409,
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on configmaps "same": the object has been modified; please apply your changes to the latest version and try again',
    },
    {
      name: "another object's uid on a delete",
      method: 'DELETE',
      path: `${PATH}/same`,
      body: { preconditions: { uid: 'abc' } },
      status: 409,
      reason: 'Conflict',
      message: expect.stringContaining('the UID in the precondition (abc)'),
    },
    {
      name: "a name other than the path's",
      method: 'PUT',
      path: `${PATH}/same`,
      body: configMap('other'),
      status: 400,
      reason: 'BadRequest',
      message:
        'the name of the object (other) does not match the name on the URL (same)',
    },
    {
      name: "a namespace other than the path's",
      method: 'POST',
      path: PATH,
      body: { metadata: { name: 'a', namespace: 'other' } },
      status: 400,
      reason: 'BadRequest',
      message:
        'the namespace of the provided object does not match the namespace sent on the request',
    },
    {
      name: 'no name',
      method: 'POST',
      path: PATH,
      body: { metadata: {} },
      status: 422,
      reason: 'Invalid',
      message:
        'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
    },
    {
      name: 'a label that is none',
      method: 'POST',
      path: PATH,
      body: { metadata: { name: 'a', labels: { x: 'bad value!' } } },
      status: 422,
      reason: 'Invalid',
      message: expect.stringContaining('metadata.labels: Invalid value'),
    },
    {
      name: 'a body that is no JSON',
      method: 'POST',
      path: PATH,
      body: '{nope',
      status: 400,
      reason: 'BadRequest',
      message: expect.stringContaining('json parse error'),
    },
    {
      name: 'labels that are no text',
      method: 'POST',
      path: PATH,
      body: { metadata: { name: 'a', labels: { x: 1 } } },
      status: 400,
      reason: 'BadRequest',
      message: expect.stringContaining('ObjectMeta.metadata.labels'),
    },
    {
      name: 'a pod without containers',
      method: 'POST',
      path: '/api/v1/namespaces/team/pods',
      body: pod('a', {}),
      status: 422,
      reason: 'Invalid',
      message: 'Pod "a" is invalid: spec.containers: Required value',
    },
    {
      name: 'a pod whose containers are no list',
      method: 'POST',
      path: '/api/v1/namespaces/team/pods',
      body: pod('a', { containers: 'many' }),
      status: 400,
      reason: 'BadRequest',
      message: expect.stringContaining('spec.containers'),
    },
    {
      name: 'a request over the limit',
      method: 'POST',
      path: '/api/v1/namespaces/team/pods',
      body: pod('a', {
        containers: [
          {
            ...container,
            resources: { requests: { cpu: '2' }, limits: { cpu: '1' } },
          },
        ],
      }),
      status: 422,
      reason: 'Invalid',
      message:
        'Pod "a" is invalid: spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1',
    },
    {
      name: 'a service account that is absent',
      method: 'POST',
      path: '/api/v1/namespaces/team/pods',
      body: pod('a', { serviceAccountName: 'zz', containers: [container] }),
      status: 403,
      reason: 'Forbidden',
      message:
        'pods "a" is forbidden: error looking up service account team/zz: serviceaccount "zz" not found',
    },
    {
      name: "another Job's pod template",
      method: 'PATCH',
      path: '/apis/batch/v1/namespaces/team/jobs/apart',
      contentType: 'application/merge-patch+json',
      body: { spec: { template: { metadata: { labels: { x: 'y' } } } } },
      status: 422,
      reason: 'Invalid',
      message: expect.stringContaining('spec.template: Invalid value'),
    },
    {
      name: 'a field selector that is unknown',
      method: 'GET',
      path: `${PATH}?fieldSelector=spec.x=1`,
      status: 400,
      reason: 'BadRequest',
      message:
        '"spec.x" is not a known field selector: only "metadata.name", "metadata.namespace"',
    },
    {
      name: 'a method that does not fit',
      method: 'POST',
      path: '/api/v1/configmaps',
      body: configMap('a'),
      status: 405,
      reason: 'MethodNotAllowed',
      message:
        'the server does not allow this method on the requested resource',
    },
  ])(
    'refuses $name as Kubernetes does',
    async ({ method, path, body, contentType, status, reason, message }) => {
      const answer = await fixture.json(method, path, { body, contentType });
      expect(answer).toEqual({
        status,
        body: expect.objectContaining({
          kind: 'Status',
          apiVersion: 'v1',
          status: 'Failure',
          code: status,
          reason,
          message,
        }),
      });
    },
  );
});
