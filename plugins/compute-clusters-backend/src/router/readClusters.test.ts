import { TestDatabases } from '@backstage/backend-test-utils';
import { startForEngineer, TestPortalOptions } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const start = (options: Omit<TestPortalOptions, 'databases'> = {}) =>
  startForEngineer({ databases, ...options });

describe('GET /clusters', () => {
  async function startWithThree() {
    const portal = await start();
    await portal.create({ name: 'a' });
    await portal.create({ name: 'b' });
    const { id } = await portal.create({ name: 'c' });
    await portal.observe(id, 'ACTIVE');
    return portal;
  }

  it('goes through pages, with filter and sort in the cursor', async () => {
    const { engineer } = await startWithThree();

    const first = await engineer
      .get('/clusters?sort=-name&limit=2&state=STARTING&state=ACTIVE')
      .expect(200);
    const second = await engineer
      .get(`/clusters?limit=2&cursor=${first.body.pageInfo.nextCursor}`)
      .expect(200);
    const back = await engineer
      .get(`/clusters?limit=2&cursor=${second.body.pageInfo.prevCursor}`)
      .expect(200);

    const names = ({ body }: typeof first) =>
      body.items.map(({ name }: { name: string }) => name);
    expect(names(first)).toEqual(['c', 'b']);
    expect(first.body.totalItems).toBe(3);
    expect(first.body.pageInfo.prevCursor).toBeNull();
    expect(names(second)).toEqual(['a']);
    expect(second.body.pageInfo.nextCursor).toBeNull();
    expect(names(back)).toEqual(['c', 'b']);
  });

  it.each([
    ['owner=group:default/data-engineering', 3],
    ['owner=group:default/Machine-Learning', 0],
    ['namespace=ml', 0],
    ['id=7c1e0000-0000-4000-8000-000000000000', 0],
    ['text=c&state=ACTIVE', 1],
    ['nodeType=driver-small&sort=createdAt', 3],
  ])('filters by %s', async (query, total) => {
    const { engineer } = await startWithThree();

    const { body } = await engineer.get(`/clusters?${query}`).expect(200);

    expect(body.totalItems).toBe(total);
  });

  it('filters by ids', async () => {
    const { engineer, create } = await start();
    const { id: first } = await create({ name: 'a' });
    const { id: second } = await create({ name: 'b' });
    await create({ name: 'c' });

    const { body } = await engineer
      .get(`/clusters?id=${first}&id=${second}&id=nonsense`)
      .expect(200);

    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
      first,
      second,
    ]);
  });

  it('takes as many values of a filter as one may want', async () => {
    const { engineer } = await startWithThree();
    const others = Array.from({ length: 50 }, (_, i) => `namespace=other-${i}`);

    const { body } = await engineer
      .get(`/clusters?namespace=data-eng&${others.join('&')}`)
      .expect(200);

    expect(body.totalItems).toBe(3);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=x', 'limit'],
    ['sort=colour', 'sort'],
    ['state=BUSY', 'state[0]'],
    ['colour=red', 'colour'],
    ['namespace[a]=b', 'namespace'],
    ['text=a&text=b', 'text'],
    ['text=%00', 'text'],
    ['cursor=nonsense', 'cursor'],
    [
      `cursor=${Buffer.from(
        '{"filter":{},"position":{"value":7,"id":"x","before":false}}',
      ).toString('base64url')}`,
      'cursor',
    ],
  ])('refuses %s', async (query, path) => {
    const { engineer } = await start();

    const { body } = await engineer.get(`/clusters?${query}`).expect(400);

    expect(body.error.details).toMatchObject([{ path }]);
  });
});

describe('GET /clusters/{id}', () => {
  it('reads by id and by name, with the ETag', async () => {
    const { engineer, create } = await start();
    const cluster = await create();

    const byId = await engineer.get(`/clusters/${cluster.id}`).expect(200);
    const byName = await engineer
      .get('/clusters/by-name/demo/data-eng/etl')
      .expect(200);

    expect(byId.body).toEqual(cluster);
    expect(byName.body).toEqual(cluster);
    expect(byId.headers.etag).toBe('"1"');
  });

  it('answers in full although the ETag is the same', async () => {
    const { engineer, create, observe } = await start();
    const { id } = await create();
    await observe(id, 'ACTIVE');

    const { body } = await engineer
      .get(`/clusters/${id}`)
      .set('If-None-Match', '"1"')
      .expect(200);

    expect(body.status.state).toBe('ACTIVE');
  });

  it.each([
    '/clusters/f3b5ee34-9af1-4f0a-a7b0-9fb7a5e0bb2a',
    '/clusters/nonsense',
    '/clusters/%00',
    '/clusters/by-name/demo/data-eng/nope',
    '/clusters/by-name/demo/data-eng/%00',
    '/clusters/nonsense/activity',
    '/clusters/nonsense/connect-token',
  ])('finds nothing at %s', async path => {
    const { engineer } = await start();

    const { body } = await engineer.get(path).expect(404);

    expect(body.error).toMatchObject({
      name: 'NotFoundError',
      code: 'not-found',
    });
  });

  it('refuses a path that cannot be decoded', async () => {
    const { engineer } = await start();

    const { status } = await engineer.get('/clusters/%E0%A4%A');

    expect(status).toBe(400);
  });

  it('says UNKNOWN and the age once Kubernetes is silent', async () => {
    const { engineer, create, observe, clock } = await start();
    const { id } = await create();
    await observe(id, 'ACTIVE');

    clock.advance(60_000);
    const before = await engineer.get(`/clusters/${id}`);
    clock.advance(1);
    const after = await engineer.get(`/clusters/${id}`);

    expect(before.body.status.state).toBe('ACTIVE');
    expect(after.body.status).toMatchObject({
      state: 'UNKNOWN',
      lastKnownState: 'ACTIVE',
      reason: 'KubernetesUnreachable',
      observedAt: '2026-01-01T12:00:00.000Z',
    });
    const { body } = await engineer.get('/clusters?state=UNKNOWN');
    expect(body.totalItems).toBe(1);
  });

  it('says UNKNOWN and why where the portal may not look', async () => {
    const { engineer, create, observe, store, clock } = await start();
    const { id } = await create();
    await observe(id, 'ACTIVE');
    await store.saveUnseen(id, { since: clock.now(), message: 'not allowed' });

    const { body } = await engineer.get(`/clusters/${id}`).expect(200);

    expect(body.status).toMatchObject({
      state: 'UNKNOWN',
      lastKnownState: 'ACTIVE',
      reason: 'NamespaceNotWatched',
      message: 'not allowed',
      since: '2026-01-01T12:00:00.000Z',
    });
    expect(body).not.toHaveProperty('unseen');
  });
});

describe('GET /clusters/{id}/connect-token', () => {
  it('gives the token, and audits that without it', async () => {
    const { engineer, create, audited } = await start({
      connectToken: 's3cret',
    });
    const { id } = await create();

    const { body } = await engineer
      .get(`/clusters/${id}/connect-token`)
      .expect(200);

    expect(body).toEqual({ token: 's3cret' });
    expect(audited.at(-1)).toEqual({
      eventId: 'cluster-connect-token-read',
      status: 'succeeded',
      meta: { clusterId: id, requestId: expect.any(String) },
    });
    expect(JSON.stringify(audited)).not.toContain('s3cret');
  });

  it('says that there is none yet', async () => {
    const { engineer, create } = await start();
    const { id } = await create();

    const { body } = await engineer
      .get(`/clusters/${id}/connect-token`)
      .expect(409);

    expect(body.error.message).toContain('no token yet');
  });
});

describe('GET what the platform offers', () => {
  it('lists node types, volumes, images and health', async () => {
    const { engineer } = await start();

    const nodeTypes = await engineer.get('/node-types').expect(200);
    expect(nodeTypes.body.items).toHaveLength(8);
    const images = await engineer.get('/images').expect(200);
    expect(images.body.items).toEqual([
      { name: 'Spark 4.3', image: 'spark:4.3.0', default: true },
    ]);
    const volumes = await engineer.get('/volumes').expect(200);
    expect(volumes.body.items).toEqual([]);
    const health = await engineer.get('/health').expect(200);
    expect(health.body).toEqual({ kubernetesClusters: [] });
  });
});
