import { TestDatabases } from '@backstage/backend-test-utils';
import { KnexKubernetesEventStore, KnexRunStore } from '../database';
import { observed } from '../database/__testUtils__';
import { eventRoutes } from './eventRoutes';
import { runRoutes } from './runRoutes';
import { denying, startForEngineer, TestPortalOptions } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const AT = new Date('2026-01-01T12:00:00Z');

const cursorOf = (place: { value: number; id: string }) =>
  Buffer.from(JSON.stringify({ ...place, before: false })).toString(
    'base64url',
  );

describe.each(databases.eachSupportedId())(
  'runs and events, %p',
  databaseId => {
    const start = async (options: Partial<TestPortalOptions> = {}) => {
      const portal = await startForEngineer({
        ...options,
        databases,
        databaseId,
        routes: ({ knex, gate }) => [
          eventRoutes({
            gate,
            store: KnexKubernetesEventStore.create({ knex }),
          }),
          runRoutes({
            gate,
            store: KnexRunStore.create({ knex }),
            usage: {
              costOfRuns: async () =>
                new Map([[1, { amount: 12.5, currency: 'EUR' }]]),
            },
          }),
        ],
      });
      const events = KnexKubernetesEventStore.create(portal);
      const { id } = await portal.create();
      const happen = async (uid: string, type: 'Normal' | 'Warning') =>
        await events.save([
          {
            uid,
            clusterId: id,
            kubernetesCluster: 'demo',
            namespace: 'data-eng',
            type,
            reason: type === 'Warning' ? 'BackOff' : 'Pulled',
            message: `message of ${uid}`,
            object: 'Pod/etl-1-abcde',
            count: 2,
            firstSeen: AT,
            lastSeen: AT,
          },
        ]);
      return { ...portal, id, happen };
    };

    it('tell who started each run, how it went and what it cost', async () => {
      const { engineer, id, store } = await start();
      await store.saveObserved(
        id,
        { runSequence: 1, power: 'on' },
        observed({ state: 'FAILED', reason: 'OutOfMemory' }),
        undefined,
        [
          {
            sequence: 1,
            readyAt: AT,
            exitCode: 137,
            end: { at: AT, reason: 'OutOfMemory' },
          },
        ],
      );
      await engineer.post(`/clusters/${id}/restart`).expect(202);

      const { body } = await engineer.get(`/clusters/${id}/runs`).expect(200);

      expect(body).toEqual({
        items: [
          expect.objectContaining({ sequence: 2, readyAt: null, cost: null }),
          {
            id: expect.any(String),
            sequence: 1,
            generation: 1,
            requestedBy: 'user:default/data-engineer',
            startedAt: AT.toISOString(),
            readyAt: AT.toISOString(),
            endedAt: AT.toISOString(),
            endReason: 'OutOfMemory',
            exitCode: 137,
            failureLog: null,
            cost: { amount: 12.5, currency: 'EUR' },
          },
        ],
        totalItems: 2,
        pageInfo: { nextCursor: null, prevCursor: null },
      });
    });

    it('keep the cost from whom the policy does not tell it', async () => {
      const { engineer, id } = await start({
        permissions: denying('compute-clusters.usage.read'),
      });

      const { body } = await engineer.get(`/clusters/${id}/runs`).expect(200);

      expect(body.items).toMatchObject([{ sequence: 1, cost: null }]);
    });

    it('come in pages', async () => {
      const { engineer, id, happen } = await start();
      await engineer.post(`/clusters/${id}/restart`).expect(202);
      await happen('a', 'Normal');
      await happen('b', 'Warning');

      for (const list of ['runs', 'events']) {
        const path = `/clusters/${id}/${list}?limit=1`;
        const first = (await engineer.get(path).expect(200)).body;
        const { nextCursor } = first.pageInfo;
        const second = await engineer
          .get(`${path}&cursor=${nextCursor}`)
          .expect(200);
        expect(second.body.items).toHaveLength(1);
        expect(second.body.items).not.toEqual(first.items);
        expect(second.body.pageInfo.nextCursor).toBeNull();
      }
    });

    it('tell what Kubernetes told, and how many warnings there are', async () => {
      const { engineer, id, happen } = await start();
      await happen('a', 'Normal');
      await happen('b', 'Warning');

      const { body } = await engineer
        .get(`/clusters/${id}/events?type=Normal&text=MESSAGE`)
        .expect(200);

      expect(body).toEqual({
        items: [
          {
            id: 'a',
            type: 'Normal',
            reason: 'Pulled',
            message: 'message of a',
            object: 'Pod/etl-1-abcde',
            count: 2,
            firstSeen: AT.toISOString(),
            lastSeen: AT.toISOString(),
          },
        ],
        totalItems: 1,
        warnings: 1,
        pageInfo: { nextCursor: null, prevCursor: null },
      });
    });

    it.each([
      'type=Bad',
      'limit=0',
      'limit=501',
      'cursor=nonsense',
      'x=y',
      'text=%00',
      'object=a%00',
      // No database can count or look so far.
      `cursor=${cursorOf({ value: 2 ** 53, id: 'x' })}`,
      `cursor=${cursorOf({ value: 1, id: '\0' })}`,
    ])('refuse %s', async query => {
      const { engineer, id } = await start();

      for (const list of ['runs', 'events']) {
        const path = `/clusters/${id}/${list}?${query}`;
        const { status, body } = await engineer.get(path);
        expect([status, body.error.code]).toEqual([400, 'malformed']);
      }
    });

    it('refuse a cursor beyond any run', async () => {
      const { engineer, id } = await start();
      const cursor = cursorOf({ value: 2 ** 31, id: 'x' });

      await engineer.get(`/clusters/${id}/runs?cursor=${cursor}`).expect(400);
    });

    it.each(['runs', 'events'])(
      'do not show the %s of another team',
      async list => {
        const { as, id, audited } = await start();

        await as('ml-engineer').get(`/clusters/${id}/${list}`).expect(404);

        expect(audited.at(-1)).toMatchObject({
          eventId: 'cluster-read',
          status: 'failed',
        });
      },
    );
  },
);

describe('give-up-pods', () => {
  const start = () => startForEngineer({ databases });

  it('is taken while a pod hangs on a lost node, and audited', async () => {
    const { engineer, create, store, audited, changes } = await start();
    const { id } = await create();
    await store.saveObserved(
      id,
      { runSequence: 1, power: 'on' },
      observed({ state: 'STARTING', reason: 'NodeLost' }),
    );

    await engineer.post(`/clusters/${id}/give-up-pods`).expect(202);

    expect((await store.get(id))?.giveUpRequestedAt).toEqual(expect.any(Date));
    expect(changes.at(-1)).toBe('etl commanded');
    expect(audited.at(-1)).toMatchObject({
      eventId: 'cluster-give-up-pods',
      status: 'succeeded',
    });
    const { body } = await engineer.get(`/clusters/${id}/activity`);
    expect(body.items[0]).toMatchObject({ action: 'give-up-pods' });
  });

  it('is refused while none does, with the cluster as it is', async () => {
    const { engineer, create, audited } = await start();
    const cluster = await create();

    const { body } = await engineer
      .post(`/clusters/${cluster.id}/give-up-pods`)
      .expect(409);

    expect(body.error).toMatchObject({ code: 'wrong-state', cluster });
    expect(body.error.message).toContain('No pod');
    expect(audited.at(-1)).toMatchObject({ status: 'failed' });
  });
});
