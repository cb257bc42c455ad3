import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createRequest,
  startForEngineer,
  TestPortalOptions,
} from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const start = (options: Omit<TestPortalOptions, 'databases'> = {}) =>
  startForEngineer({ databases, ...options });

describe('POST /clusters', () => {
  it('creates a cluster that starts by itself', async () => {
    const { engineer, changes, audited } = await start();

    const response = await engineer
      .post('/clusters')
      .send(createRequest())
      .expect(201);

    expect(response.body).toMatchObject({
      kubernetesCluster: 'demo',
      namespace: 'data-eng',
      name: 'etl',
      description: '',
      ownerRef: 'group:default/data-engineering',
      entityRef: 'resource:data-eng/etl',
      generation: 1,
      spec: { autoScaling: { enabled: true, idleTimeoutMinutes: 20 } },
      restartRequired: false,
      power: 'on',
      status: { state: 'STARTING', lastKnownState: 'STARTING' },
      run: { sequence: 1, generation: 1 },
      createdBy: 'user:default/data-engineer',
      createdAt: '2026-01-01T12:00:00.000Z',
      deletionRequestedAt: null,
    });
    expect(response.headers).toMatchObject({
      etag: '"1"',
      location: `/api/compute-clusters/clusters/${response.body.id}`,
      'cache-control': 'no-store',
    });
    expect(changes).toEqual(['etl created']);
    expect(audited).toEqual([
      {
        eventId: 'cluster-create',
        status: 'succeeded',
        meta: {
          kubernetesCluster: null,
          namespace: 'data-eng',
          requestId: expect.any(String),
          name: 'etl',
          clusterId: response.body.id,
        },
      },
    ]);
  });

  const driver = { nodeType: 'driver-small' };
  it.each<[string, object, number, { path: string; code?: string }[]]>([
    [
      'a name that is too long',
      { name: 'a'.repeat(54) },
      422,
      [{ path: 'name', code: 'too-long' }],
    ],
    [
      'a name with wrong characters',
      { name: 'E_T_L' },
      422,
      [{ path: 'name', code: 'invalid' }],
    ],
    ['no name', { name: undefined }, 422, [{ path: 'name', code: 'required' }]],
    ['a name that is no text', { name: 7 }, 400, [{ path: 'name' }]],
    [
      'an unmapped namespace',
      { namespace: 'nobody' },
      422,
      [{ path: 'namespace', code: 'unknown' }],
    ],
    [
      'an unknown Kubernetes cluster',
      { kubernetesCluster: 'mars' },
      422,
      [{ path: 'namespace', code: 'unknown' }],
    ],
    [
      'an unknown node type',
      { spec: { deploymentType: 'single-node', driver: { nodeType: 'huge' } } },
      422,
      [{ path: 'spec.driver.nodeType', code: 'unknown' }],
    ],
    [
      'a driver of an executor node type',
      {
        spec: {
          deploymentType: 'single-node',
          driver: { nodeType: 'executor-small' },
        },
      },
      422,
      [{ path: 'spec.driver.nodeType', code: 'not-for-driver' }],
    ],
    [
      'min over max',
      {
        spec: {
          driver,
          executor: { nodeType: 'executor-small', min: 5, max: 4 },
        },
      },
      422,
      [{ path: 'spec.executor.min', code: 'min-over-max' }],
    ],
    [
      'more than the quota',
      { spec: { driver, executor: { nodeType: 'executor-x-large', max: 4 } } },
      422,
      [
        { path: 'spec.executor.max', code: 'over-quota' },
        { path: 'spec.executor.max', code: 'over-quota' },
      ],
    ],
    [
      'NUL in a text',
      { description: 'a\0b' },
      400,
      [{ path: 'description', code: 'malformed' }],
    ],
    [
      'several faults at once',
      { name: '', spec: { driver: { nodeType: '' } } },
      422,
      [
        { path: 'name' },
        { path: 'spec.driver.nodeType' },
        { path: 'spec.executor' },
      ],
    ],
  ])(
    'refuses %s, with the field named',
    async (_, changes, status, details) => {
      const { engineer, store } = await start();

      const { body } = await engineer
        .post('/clusters')
        .send({ ...createRequest(), ...changes })
        .expect(status);

      expect(body.error.details).toMatchObject(details);
      expect(body.error.details).toHaveLength(details.length);
      expect(body.error.message).toContain(body.error.details[0].message);
      expect((await store.list({ limit: 1 })).totalItems).toBe(0);
    },
  );

  it('refuses a taken name on its field', async () => {
    const { engineer, create } = await start();
    await create();

    const { body } = await engineer
      .post('/clusters')
      .send(createRequest())
      .expect(409);

    expect(body.error).toMatchObject({
      name: 'ConflictError',
      code: 'name-taken',
      details: [{ path: 'name', code: 'taken' }],
    });
  });

  it.each([
    ['no JSON', '{"name":', 400],
    ['a list', '[]', 400],
    ['a text', '"x"', 400],
    ['endless nesting', '['.repeat(100_000) + ']'.repeat(100_000), 400],
  ])('refuses %s as a body', async (_, body, status) => {
    const { engineer } = await start();

    const response = await engineer
      .post('/clusters')
      .set('Content-Type', 'application/json')
      .send(body)
      .expect(status);

    expect(response.body.error.details).toHaveLength(1);
  });

  it('refuses a body over 256 kB', async () => {
    const { engineer } = await start();

    const { status } = await engineer
      .post('/clusters')
      .send(createRequest({ description: 'x'.repeat(256 * 1024) }));

    expect(status).toBe(413);
  });

  it('creates once with one idempotency key', async () => {
    const { engineer } = await start();
    const send = () =>
      engineer
        .post('/clusters')
        .set('Idempotency-Key', 'k1')
        .send(createRequest())
        .expect(201);

    const first = await send();
    const second = await send();

    expect(second.body).toEqual(first.body);
  });

  it('refuses an idempotency key that stands for another cluster', async () => {
    const { engineer } = await start();
    const send = (name: string) =>
      engineer
        .post('/clusters')
        .set('Idempotency-Key', 'k1')
        .send(createRequest({ name }));
    await send('etl').expect(201);

    const { body } = await send('other').expect(409);

    expect(body.error.code).toBe('idempotency-key-reused');
  });

  it('refuses an idempotency key that is too long', async () => {
    const { engineer } = await start();

    const { body } = await engineer
      .post('/clusters')
      .set('Idempotency-Key', 'k'.repeat(256))
      .send(createRequest())
      .expect(400);

    expect(body.error.details).toMatchObject([{ path: 'idempotency-key' }]);
  });
});

describe('POST /clusters/validate', () => {
  it('tells size and share of the quota of a good request', async () => {
    const used = { cpu: 1000, memory: 8192, pods: 1 };
    const { engineer, store } = await start({ used });

    const { body } = await engineer
      .post('/clusters/validate')
      .send(createRequest())
      .expect(200);

    expect(body).toEqual({
      valid: true,
      problems: [],
      totals: {
        idle: { cpu: 1000, memory: 8192, pods: 1 },
        full: { cpu: 9000, memory: 73728, pods: 5 },
      },
      cost: null,
      quota: { hard: { cpu: 64000, memory: 524288, pods: 20 }, used },
    });
    expect((await store.list({ limit: 1 })).totalItems).toBe(0);
  });

  it('tells every problem at once', async () => {
    const { engineer, create } = await start();
    await create();

    const { body } = await engineer
      .post('/clusters/validate')
      .send(
        createRequest({
          spec: {
            driver: { nodeType: 'nope' },
            executor: { nodeType: 'executor-small', max: 100 },
            image: 'nope',
          },
        }),
      )
      .expect(200);

    expect(body.valid).toBe(false);
    expect(body.problems).toMatchObject([
      { path: 'name', code: 'taken' },
      { path: 'spec.driver.nodeType', code: 'unknown' },
      { path: 'spec.image', code: 'unknown' },
      { path: 'spec.executor.max', code: 'over-quota' },
      { path: 'spec.executor.max', code: 'over-quota' },
      { path: 'spec.executor.max', code: 'over-quota' },
    ]);
  });

  it.each([
    [
      'an empty request',
      {},
      ['namespace', 'name', 'spec.driver.nodeType', 'spec.executor'],
    ],
    ['a list', [], ['']],
    ['a specification that is none', { ...createRequest(), spec: 3 }, ['spec']],
  ])('tells what is wrong with %s', async (_, request, paths) => {
    const { engineer } = await start();

    const { body } = await engineer
      .post('/clusters/validate')
      .send(request)
      .expect(200);

    expect(body).toMatchObject({ valid: false, totals: null, cost: null });
    expect(body.problems.map(({ path }: { path: string }) => path)).toEqual(
      paths,
    );
  });

  it('tells nothing of the namespace of others', async () => {
    const { as, create } = await start();
    await create();

    const { body } = await as('ml-engineer')
      .post('/clusters/validate')
      .send(createRequest())
      .expect(200);

    expect(body).toMatchObject({
      valid: false,
      quota: null,
      problems: [{ path: 'namespace', code: 'not-owned' }],
    });
  });
});
