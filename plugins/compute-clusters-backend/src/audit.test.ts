import { auditEvents } from './__testUtils__/auditEvents';
import {
  BODIES,
  Operation,
  operations,
  SPEC,
} from './__testUtils__/operations';
import { SimulatedPortal } from './__testUtils__/SimulatedPortal';

jest.setTimeout(60_000);

const ENGINEER = 'user:default/data-engineer';
const STRANGER = 'user:default/stranger';

/** What is audited of each operation of the API; null for what anybody may ask. */
const EVENTS: Record<string, string | null> = {
  listClusters: null,
  createCluster: 'cluster-create',
  validateCluster: null,
  getClusterByName: 'cluster-read',
  getCluster: 'cluster-read',
  configureCluster: 'cluster-configure',
  deleteCluster: 'cluster-delete',
  startCluster: 'cluster-start',
  restartCluster: 'cluster-restart',
  terminateCluster: 'cluster-terminate',
  listActivity: 'cluster-read',
  getConnectToken: 'cluster-connect-token-read',
  keepClusterRunning: 'cluster-keep-running',
  giveUpPods: 'cluster-give-up-pods',
  listRuns: 'cluster-read',
  getConfiguration: 'cluster-read',
  getChanges: 'cluster-read',
  getExecutorHistory: 'cluster-read',
  getConnections: 'cluster-read',
  rotateConnectToken: 'cluster-connect-token-rotate',
  listEvents: 'cluster-read',
  listPods: 'cluster-read',
  getLogs: 'cluster-log-read',
  getClusterUsage: 'cluster-read',
  getUsage: null,
  recoverClusters: 'cluster-recover',
  listNamespaces: null,
  listNodeTypes: null,
  listVolumes: null,
  listImages: null,
  getMe: null,
  getHealth: null,
};

const named = (selected: Operation[]) =>
  selected.map(operation => [operation.operationId, operation] as const);

const ofOneCluster = operations.filter(({ path }) => path.includes('{'));

const commands = ofOneCluster.filter(
  ({ method, operationId }) =>
    method !== 'get' && operationId !== 'rotateConnectToken',
);

describe('audit', () => {
  let portal: SimulatedPortal;
  let id: string;

  const begin = async (config = {}) => {
    portal = await SimulatedPortal.start(config);
    ({
      body: { id },
    } = await portal.create());
    await portal.shows(id, 'ACTIVE');
    portal.logger.lines.length = 0;
  };

  const call = (
    { operationId, method, path }: Operation,
    options: { user?: string; headers?: Record<string, string> } = {},
  ) =>
    portal
      .call(
        method,
        path
          .replace('{id}', id)
          .replace('{kubernetesCluster}', 'demo')
          .replace('{namespace}', 'data-eng')
          .replace('{name}', 'etl'),
        options.user,
      )
      .set(options.headers ?? {})
      .send(method === 'get' ? undefined : BODIES[operationId] ?? {});

  const events = () => auditEvents(portal.logger.lines);

  it('is said of every operation', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      Object.keys(EVENTS).sort(),
    );
  });

  describe('of what others own', () => {
    beforeAll(() => begin());
    beforeEach(() => {
      portal.logger.lines.length = 0;
    });
    afterAll(() => portal.stop());

    it.each(named(ofOneCluster))(
      'has one event when %s is refused as if there were none',
      async (operationId, operation) => {
        const { status } = await call(operation, { user: STRANGER });
        expect(status).toBe(404);
        expect(events()).toMatchObject([
          {
            eventId: EVENTS[operationId],
            status: 'failed',
            actor: { actorId: STRANGER, ip: expect.stringMatching(/./) },
            request: { method: operation.method.toUpperCase() },
          },
        ]);
      },
    );

    it.each(
      named(operations.filter(({ operationId }) => !EVENTS[operationId])),
    )('has none of %s', async (_, operation) => {
      const { status } = await call(operation, { user: STRANGER });
      expect(status).toBe(200);
      expect(events()).toEqual([]);
    });

    it.each(
      named(
        operations.filter(({ operationId }) =>
          ['createCluster', 'recoverClusters'].includes(operationId),
        ),
      ),
    )('has one event when %s is forbidden', async (operationId, operation) => {
      const { status } = await call(operation, { user: STRANGER });
      expect(status).toBe(403);
      expect(events()).toMatchObject([
        { eventId: EVENTS[operationId], status: 'failed' },
      ]);
    });
  });

  describe('of what others own and everyone sees', () => {
    beforeAll(() => begin({ visibility: 'everyone' }));
    beforeEach(() => {
      portal.logger.lines.length = 0;
    });
    afterAll(() => portal.stop());

    it.each(named(ofOneCluster.filter(({ method }) => method !== 'get')))(
      'has one event when %s is forbidden',
      async (operationId, operation) => {
        const { status } = await call(operation, { user: STRANGER });
        expect(status).toBe(403);
        expect(events()).toMatchObject([
          {
            eventId: EVENTS[operationId],
            status: 'failed',
            actor: { actorId: STRANGER },
            meta: { clusterId: id },
          },
        ]);
      },
    );
  });

  describe('of what one owns', () => {
    beforeAll(() => begin());
    beforeEach(() => {
      portal.logger.lines.length = 0;
    });
    afterAll(() => portal.stop());

    it.each(named(commands))(
      'has one event when %s comes too late',
      async (operationId, operation) => {
        const headers = { 'If-Match': '"0"' };
        const { status } = await call(operation, { headers });
        expect(status).toBe(412);
        expect(events()).toMatchObject([
          {
            eventId: EVENTS[operationId],
            status: 'failed',
            actor: { actorId: ENGINEER },
            meta: { clusterId: id },
          },
        ]);
      },
    );

    it.each(
      named([
        ...commands,
        ...operations.filter(
          ({ path, method }) => path === '/clusters' && method === 'post',
        ),
      ]),
    )(
      'has one event when %s cannot be read',
      async (operationId, operation) => {
        const headers = { 'Idempotency-Key': 'k'.repeat(5_000) };
        const { status } = await call(operation, { headers });
        expect(status).toBe(400);
        expect(events()).toMatchObject([
          { eventId: EVENTS[operationId], status: 'failed' },
        ]);
      },
    );

    it.each([
      ['createCluster', 'post', '/clusters', 422, { name: 'Not a name' }],
      ['createCluster', 'post', '/clusters', 400, { name: 7 }],
      ['createCluster', 'post', '/clusters', 409, { name: 'etl' }],
      ['startCluster', 'post', '/clusters/{id}/start', 409, {}],
      ['configureCluster', 'put', '/clusters/{id}', 409, {}],
      ['giveUpPods', 'post', '/clusters/{id}/give-up-pods', 409, {}],
      ['keepClusterRunning', 'post', '/clusters/{id}/keep-running', 409, {}],
    ] as const)(
      'has one event when %s (%s %s) is answered %i',
      async (operationId, method, path, expected, changes) => {
        const { status } = await portal
          .call(method, path.replace('{id}', id))
          .send({ ...BODIES[operationId], ...changes });
        expect(status).toBe(expected);
        expect(events()).toMatchObject([
          { eventId: EVENTS[operationId], status: 'failed' },
        ]);
      },
    );

    it('has one event when a body is no JSON', async () => {
      const { status } = await portal
        .call('post', '/clusters')
        .set('Content-Type', 'application/json')
        .send('{"password": "hunter2');
      expect(status).toBe(400);
      expect(events()).toMatchObject([
        { eventId: 'cluster-create', status: 'failed' },
      ]);
      expect(portal.logger.lines.join()).not.toContain('hunter2');
    });
  });

  it('has one event of each change and of each secret that is read, and no secret', async () => {
    await begin();
    const done = async (eventId: string, meta: object = { clusterId: id }) => {
      expect(events()).toMatchObject([
        { eventId, status: 'succeeded', actor: { actorId: ENGINEER }, meta },
      ]);
      portal.logger.lines.length = 0;
    };
    const post = async (command: string) =>
      await portal.call('post', `/clusters/${id}/${command}`).expect(202);

    const token = await portal.call('get', `/clusters/${id}/connect-token`);
    expect(portal.logger.lines.join()).not.toContain(token.body.token);
    await done('cluster-connect-token-read');

    const rotated = await portal
      .call('post', `/clusters/${id}/connect-token/rotate`)
      .expect(200);
    expect(portal.logger.lines.join()).not.toContain(rotated.body.token);
    await done('cluster-connect-token-rotate');

    await portal.call('get', `/clusters/${id}/logs`).expect(200);
    await done('cluster-log-read');
    await post('restart');
    await done('cluster-restart');
    await post('terminate');
    await done('cluster-terminate');
    await portal.shows(id, 'STOPPED');

    portal.logger.lines.length = 0;
    const environment = [{ name: 'PASSWORD', secret: { value: 'hunter2' } }];
    await portal
      .call('put', `/clusters/${id}`)
      .send({ description: '', spec: { ...SPEC, environment } })
      .expect(200);
    expect(portal.logger.lines.join()).not.toContain('hunter2');
    await done('cluster-configure');
    await post('start');
    await done('cluster-start');
    await portal.call('delete', `/clusters/${id}`).expect(202);
    await done('cluster-delete');
    await portal.stop();
  });

  it('has no secret of a request that is refused', async () => {
    await begin();
    const environment = [
      { name: 'not a name', secret: { value: 'hunter2' } },
      { name: 'TWICE', value: 'x', secret: { value: 'hunter2' } },
      { name: 'LONG', secret: { value: 'hunter2'.repeat(20_000) } },
      { name: 'WRONG', secret: 'hunter2' },
    ];
    for (const row of environment) {
      const { status } = await portal.create({ environment: [row] }).send({
        ...BODIES.createCluster,
        spec: { ...SPEC, environment: [row] },
      });
      expect([400, 413, 422]).toContain(status);
    }
    expect(events()).toHaveLength(environment.length);
    expect(portal.logger.lines.join()).not.toContain('hunter2');
    await portal.stop();
  });
});
