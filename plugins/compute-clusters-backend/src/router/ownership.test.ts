import { TestDatabases } from '@backstage/backend-test-utils';
import {
  clusterCommands,
  createRequest,
  namesSeenBy,
  startWithTeams,
  TestPortalOptions,
} from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const start = (options: Omit<TestPortalOptions, 'databases'> = {}) =>
  startWithTeams({ databases, ...options });

describe('ownership', () => {
  it.each([
    ['data-engineer', ['etl']],
    ['ml-engineer', ['train']],
    ['analyst', []],
    ['platform-admin', ['etl', 'train']],
  ])('lets %s see %j', async (user, names) => {
    const { as } = await start();

    expect(await namesSeenBy(as(user))).toEqual(names);
  });

  it('hides what another team owns as if it did not exist, and audits that', async () => {
    const { as, etl, audited } = await start();
    const other = as('ml-engineer');

    const hidden = await other.get(`/clusters/${etl.id}`).expect(404);
    const missing = await other
      .get('/clusters/f3b5ee34-9af1-4f0a-a7b0-9fb7a5e0bb2a')
      .expect(404);
    await other.get('/clusters/by-name/demo/data-eng/etl').expect(404);
    await other.get(`/clusters/${etl.id}/activity`).expect(404);

    expect(hidden.body.error).toEqual(missing.body.error);
    expect(audited).toMatchObject([
      { eventId: 'cluster-read', meta: { clusterId: etl.id } },
      { eventId: 'cluster-read', meta: { name: 'etl' } },
      { eventId: 'cluster-read', meta: { clusterId: etl.id } },
    ]);
  });

  it.each(clusterCommands)(
    'refuses %s %s on a cluster of another team, and audits that',
    async (method, path, body) => {
      const { as, etl, audited, store } = await start();
      const before = await store.get(etl.id);

      await as('ml-engineer')
        [method](`/clusters/${etl.id}${path}`)
        .send(body)
        .expect(404);

      expect(await store.get(etl.id)).toEqual(before);
      expect(audited).toMatchObject([{ status: 'failed' }]);
    },
  );

  it.each(['ml-engineer', 'analyst'])(
    'refuses %s a new cluster with the owner to ask',
    async user => {
      const { as, audited } = await start();

      const { body } = await as(user)
        .post('/clusters')
        .send(createRequest({ name: 'mine' }))
        .expect(403);

      expect(body.error).toMatchObject({
        name: 'NotAllowedError',
        code: 'forbidden',
        message: expect.stringContaining('group:default/data-engineering'),
        details: [{ path: 'namespace', code: 'not-owned' }],
      });
      expect(audited).toMatchObject([
        { eventId: 'cluster-create', status: 'failed' },
      ]);
    },
  );

  it('lets an admin do all', async () => {
    const { as, etl, train, store } = await start();
    const admin = as('platform-admin');

    await admin.post(`/clusters/${etl.id}/terminate`).expect(202);
    await admin.delete(`/clusters/${train.id}`).expect(202);
    await admin
      .post('/clusters')
      .send(createRequest({ name: 'third' }))
      .expect(201);

    expect((await store.get(etl.id))?.power).toBe('off');
    expect((await store.list({ limit: 1 })).totalItems).toBe(3);
  });

  it('refuses nobody at all', async () => {
    const { asNobody, etl } = await start();

    for (const path of ['/clusters', `/clusters/${etl.id}`, '/me', '/health']) {
      const { status } = await asNobody().get(path);
      expect([path, status]).toEqual([path, 401]);
    }
  });

  it('with visibility for everyone: all see, only owners change', async () => {
    const { as, etl } = await start({ visibility: 'everyone' });
    const analyst = as('analyst');

    expect(await namesSeenBy(analyst)).toEqual(['etl', 'train']);
    await analyst.get(`/clusters/${etl.id}`).expect(200);
    for (const [method, path, payload] of clusterCommands) {
      const { body } = await analyst[method](`/clusters/${etl.id}${path}`)
        .send(payload)
        .expect(403);
      expect(body.error.message).toContain('group:default/data-engineering');
    }
  });

  it('shows a cluster of a namespace that is mapped no more to admins only', async () => {
    const { as, store } = await start({ visibility: 'everyone' });
    const orphan = await store.create({
      ...createRequest(),
      kubernetesCluster: 'demo',
      namespace: 'gone',
      name: 'orphan',
      description: '',
      user: 'user:default/data-engineer',
      spec: (await store.list({ limit: 1 })).items[0].spec,
    });

    expect(await namesSeenBy(as('data-engineer'))).toEqual(['etl', 'train']);
    await as('data-engineer').get(`/clusters/${orphan.id}`).expect(404);
    expect(await namesSeenBy(as('platform-admin'))).toContain('orphan');
    const { body } = await as('platform-admin').get(`/clusters/${orphan.id}`);
    expect(body.ownerRef).toBeNull();
    await as('platform-admin').delete(`/clusters/${orphan.id}`).expect(202);
  });
});

describe('GET /me and /namespaces', () => {
  it.each([
    ['data-engineer', false, true, ['data-eng']],
    ['ml-engineer', false, true, ['ml']],
    ['analyst', false, false, []],
    ['platform-admin', true, true, ['data-eng', 'ml']],
  ])('tell %s what they own', async (user, admin, canCreate, namespaces) => {
    const { as } = await start({ used: { cpu: 1, memory: 2, pods: 3 } });

    const me = await as(user).get('/me').expect(200);
    const owned = await as(user).get('/namespaces').expect(200);

    expect(me.body).toMatchObject({
      userEntityRef: `user:default/${user}`,
      admin,
      canCreate,
    });
    expect(owned.body.items.map(({ name }: { name: string }) => name)).toEqual(
      namespaces,
    );
  });

  it('tell the quota', async () => {
    const used = { cpu: 1, memory: 2, pods: 3 };
    const { as } = await start({ used });

    const { body } = await as('platform-admin').get('/namespaces');

    expect(body.items).toEqual([
      {
        kubernetesCluster: 'demo',
        name: 'data-eng',
        ownerRef: 'group:default/data-engineering',
        quota: { hard: { cpu: 64000, memory: 524288, pods: 20 }, used },
      },
      {
        kubernetesCluster: 'demo',
        name: 'ml',
        ownerRef: 'group:default/machine-learning',
        quota: null,
      },
    ]);
  });
});
