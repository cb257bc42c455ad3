import { TestDatabases } from '@backstage/backend-test-utils';
import { KnexUsageStore, UsageInterval } from '../database';
import { usageInterval } from '../database/__testUtils__';
import { UsageReader } from '../usage';
import { denying, startWithTeams, TestPortalOptions } from './__testUtils__';
import { usageRoutes } from './usageRoutes';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const PERIOD = 'from=2026-01-01&to=2026-01-03';

const at = (time: string) => new Date(`2026-01-0${time}:00Z`);

const hour = (
  seconds: { driver?: number; executor?: number },
  cost: number,
) => ({
  driverSeconds: seconds.driver ?? 0,
  executorSeconds: seconds.executor ?? 0,
  cost,
});

describe.each(databases.eachSupportedId())('usage, %p', databaseId => {
  /** Team data-engineering had a driver for two hours over midnight and an executor for one, machine-learning one for ten. */
  const start = async (options: Partial<TestPortalOptions> = {}) => {
    const portal = await startWithTeams({
      databases,
      databaseId,
      routes: ({ knex, clock, gate }) => [
        usageRoutes({
          gate,
          clock,
          reader: UsageReader.create({
            store: KnexUsageStore.create({ knex }),
            clock,
          }),
        }),
      ],
      ...options,
    });
    const { knex, kubernetesClusters, clock, etl, train } = portal;
    await kubernetesClusters.acquireLease({
      name: 'demo',
      holder: 'one',
      now: clock.now(),
      duration: 1_000,
    });
    const intervals: Partial<UsageInterval>[] = [
      {
        podUid: 'driver',
        clusterId: etl.id,
        component: 'driver',
        nodeType: 'driver-small',
        pricePerHour: 10,
        startedAt: at('1T23:00'),
        endedAt: at('2T01:00'),
      },
      { podUid: 'executor', clusterId: etl.id },
      {
        podUid: 'other',
        clusterId: train.id,
        namespace: 'ml',
        ownerRef: 'group:default/machine-learning',
        run: 2,
        startedAt: at('1T10:00'),
        endedAt: at('1T20:00'),
      },
    ];
    await KnexUsageStore.create({ knex }).save(
      { opened: intervals.map(usageInterval), ended: [] },
      { kubernetesCluster: 'demo', holder: 'one' },
    );
    clock.advance(2 * 24 * 3_600_000);
    return portal;
  };

  const driverAndExecutor = hour({ driver: 7_200, executor: 3_600 }, 40);
  const other = hour({ executor: 36_000 }, 200);

  it('of a cluster is told by days of UTC', async () => {
    const { as, etl } = await start();
    const { body } = await as('data-engineer')
      .get(`/clusters/${etl.id}/usage?${PERIOD}`)
      .expect(200);
    expect(body).toEqual({
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-01-03T00:00:00.000Z',
      currency: 'EUR',
      total: driverAndExecutor,
      days: [
        {
          day: '2026-01-01',
          figures: hour({ driver: 3_600, executor: 3_600 }, 30),
        },
        { day: '2026-01-02', figures: hour({ driver: 3_600 }, 10) },
      ],
    });
  });

  it('of the last 30 days is told unless asked otherwise', async () => {
    const { as, etl, clock } = await start();
    const { body } = await as('data-engineer')
      .get(`/clusters/${etl.id}/usage`)
      .expect(200);
    expect(body.to).toBe(clock.now().toISOString());
    expect(body.days).toHaveLength(31);
    expect(body.total).toEqual(driverAndExecutor);
  });

  it('of executors is told minute by minute for the last hour', async () => {
    const { as, etl, knex } = await start();
    const times = {
      clusterId: etl.id,
      startedAt: at('3T11:10'),
      endedAt: at('3T11:12'),
    };
    await KnexUsageStore.create({ knex }).save(
      {
        opened: [
          usageInterval({ ...times, podUid: 'one' }),
          usageInterval({ ...times, podUid: 'two', endedAt: null }),
          usageInterval({ ...times, podUid: 'three', component: 'driver' }),
        ],
        ended: [],
      },
      { kubernetesCluster: 'demo', holder: 'one' },
    );
    const { body } = await as('data-engineer')
      .get(`/clusters/${etl.id}/executor-history`)
      .expect(200);
    expect(body).toEqual({
      from: at('3T11:00').toISOString(),
      to: at('3T12:00').toISOString(),
      minutes: [
        ...new Array<number>(10).fill(0),
        2,
        2,
        ...new Array<number>(48).fill(1),
      ],
    });
    await as('ml-engineer')
      .get(`/clusters/${etl.id}/executor-history`)
      .expect(404);
  });

  it('of a cluster without any has no currency', async () => {
    const { as, etl } = await start();
    const { body } = await as('data-engineer')
      .get(`/clusters/${etl.id}/usage?from=2025-01-01&to=2025-01-02`)
      .expect(200);
    expect(body).toMatchObject({ currency: null, total: hour({}, 0) });
  });

  it.each<[string, object[]]>([
    [
      'team',
      [
        { key: 'group:default/machine-learning', figures: other },
        { key: 'group:default/data-engineering', figures: driverAndExecutor },
      ],
    ],
    [
      'namespace',
      [
        { key: 'ml', figures: other },
        { key: 'data-eng', figures: driverAndExecutor },
      ],
    ],
    [
      'nodeType',
      [
        { key: 'executor-small', figures: hour({ executor: 39_600 }, 220) },
        { key: 'driver-small', figures: hour({ driver: 7_200 }, 20) },
      ],
    ],
    [
      'day',
      [
        {
          key: '2026-01-01',
          figures: hour({ driver: 3_600, executor: 39_600 }, 230),
        },
        { key: '2026-01-02', figures: hour({ driver: 3_600 }, 10) },
      ],
    ],
  ])('is grouped by %s', async (groupBy, groups) => {
    const { as } = await start();
    const { body } = await as('platform-admin')
      .get(`/usage?groupBy=${groupBy}&${PERIOD}`)
      .expect(200);
    expect(body).toMatchObject({
      groupBy,
      currency: 'EUR',
      total: hour({ driver: 7_200, executor: 39_600 }, 240),
    });
    expect(body.groups).toEqual(groups);
  });

  it('is grouped by cluster, with its name, after it was deleted too', async () => {
    const { as, store, etl, train } = await start();
    await store.remove(train.id);
    const { body } = await as('platform-admin')
      .get(`/usage?groupBy=cluster&${PERIOD}`)
      .expect(200);
    expect(body.groups).toEqual([
      { key: train.id, label: 'train', figures: other },
      { key: etl.id, label: 'etl', figures: driverAndExecutor },
    ]);
  });

  it.each<[string, (ids: { etl: string; train: string }) => string, string[]]>([
    ['ids', ({ train }) => `clusterId=${train}`, ['train']],
    [
      'several ids',
      ({ etl, train }) => `clusterId=${etl}&clusterId=${train}`,
      ['train', 'etl'],
    ],
    ['a namespace', () => 'namespace=data-eng', ['etl']],
    ['a part of the name', () => 'text=rai', ['train']],
    ['a node type', () => 'nodeType=driver-large', []],
    ['a tag', () => 'tag=cost-centre', []],
    ['all of it', ({ etl }) => `clusterId=${etl}&namespace=ml`, []],
  ])('is told of clusters by %s', async (_, filterOf, names) => {
    const { as, etl, train } = await start();
    const filter = filterOf({ etl: etl.id, train: train.id });
    const { body } = await as('platform-admin')
      .get(`/usage?groupBy=cluster&${PERIOD}&${filter}`)
      .expect(200);
    const labels = body.groups.map(({ label }: { label: string }) => label);
    expect(labels).toEqual(names);
  });

  it('of clusters of others is not told, even by their id', async () => {
    const { as, train } = await start();
    const { body } = await as('data-engineer')
      .get(`/usage?groupBy=cluster&${PERIOD}&clusterId=${train.id}`)
      .expect(200);
    expect(body).toMatchObject({ groups: [], total: hour({}, 0) });
  });

  it.each([
    ['data-engineer', ['group:default/data-engineering']],
    ['ml-engineer', ['group:default/machine-learning']],
    ['analyst', []],
  ])('of other teams is not told to %s', async (user, teams) => {
    const { as } = await start();
    const { body } = await as(user).get(`/usage?${PERIOD}`).expect(200);
    expect(body.groups.map(({ key }: { key: string }) => key)).toEqual(teams);
  });

  it('of a cluster of others does not exist', async () => {
    const { as, train } = await start();
    await as('data-engineer').get(`/clusters/${train.id}/usage`).expect(404);
  });

  it('is refused to whom the policy does not grant it, and audited', async () => {
    const { as, etl, audited } = await start({
      permissions: denying('compute-clusters.usage.read'),
    });
    await as('data-engineer').get('/usage').expect(403);
    const { body } = await as('data-engineer')
      .get(`/clusters/${etl.id}/usage`)
      .expect(403);
    expect(body.error.message).toContain('compute-clusters.usage.read');
    expect(audited).toHaveLength(2);
    expect(audited).toContainEqual(
      expect.objectContaining({ status: 'failed' }),
    );
  });

  it('is nothing to whom the policy shows no cluster', async () => {
    const { as } = await start({
      permissions: denying('compute-clusters.cluster.read'),
    });
    const { body } = await as('platform-admin').get('/usage').expect(200);
    expect(body.groups).toEqual([]);
  });

  it('is not told to nobody', async () => {
    const { asNobody } = await start();
    await asNobody().get('/usage').expect(401);
  });

  it('comes as CSV to who asks for it', async () => {
    const { as } = await start();
    const { text, headers } = await as('data-engineer')
      .get(`/usage?${PERIOD}`)
      .set('Accept', 'text/csv')
      .expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('usage.csv');
    expect(text).toBe(
      'team,name,driverSeconds,executorSeconds,cost,currency\r\n' +
        'group:default/data-engineering,,7200,3600,40,EUR\r\n',
    );
  });

  it.each([
    'from=yesterday',
    'from=2026-02-30',
    'from=2026-01-03&to=2026-01-01',
    'from=2020-01-01&to=2026-01-01',
    'groupBy=colour',
    'nonsense=1',
  ])('is refused for %s', async query => {
    const { as } = await start();
    const { body } = await as('data-engineer')
      .get(`/usage?${query}`)
      .expect(400);
    expect(body.error.code).toBe('malformed');
  });

  it('adds up to the cost of runs', async () => {
    const { knex, clock, train } = await start();
    const store = KnexUsageStore.create({ knex });
    const reader = UsageReader.create({ store, clock });
    expect(await reader.costOfRuns(train.id, [1, 2])).toEqual(
      new Map([[2, { amount: 200, currency: 'EUR' }]]),
    );
  });
});
