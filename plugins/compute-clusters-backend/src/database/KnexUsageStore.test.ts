import { TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, testStores, usageInterval } from './__testUtils__';
import { KnexUsageStore } from './KnexUsageStore';
import { UsageInterval, UsageQuery } from './UsageStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const at = (time: string) => new Date(`2026-01-0${time}:00Z`);

describe.each(databases.eachSupportedId())('KnexUsageStore, %p', databaseId => {
  const lease = { kubernetesCluster: 'demo', holder: 'one' };

  const setUp = async () => {
    const stores = await testStores(databases, databaseId);
    const usage = KnexUsageStore.create(stores);
    const { id: clusterId } = await stores.store.create(
      newCluster({ spec: { ...newCluster().spec, tags: { team: 'a' } } }),
    );
    await stores.kubernetesClusters.acquireLease({
      name: 'demo',
      holder: 'one',
      now: stores.clock.now(),
      duration: 60_000,
    });
    const open = (...opened: Partial<UsageInterval>[]) =>
      usage.save(
        {
          opened: opened.map(changes =>
            usageInterval({ clusterId, ...changes }),
          ),
          ended: [],
        },
        lease,
      );
    const sum = (query: Partial<UsageQuery> = {}) =>
      usage.sum({
        windows: [{ from: at('1T00:00'), to: at('3T00:00') }],
        now: at('2T00:00'),
        ...query,
      });
    return { ...stores, usage, clusterId, open, sum };
  };

  it('keeps intervals as they are', async () => {
    const { usage, clusterId, open } = await setUp();
    const changes = { pricePerHour: null, currency: null, ownerRef: null };
    await open({ ...changes, endedAt: null });
    expect(await usage.find({ clusterIds: [], podUids: ['pod-1'] })).toEqual([
      {
        id: expect.any(String),
        ...usageInterval({ ...changes, clusterId, endedAt: null }),
      },
    ]);
  });

  it('finds all intervals of pods, and the open ones of clusters, once each', async () => {
    const { usage, clusterId, open } = await setUp();
    await open(
      { podUid: 'ended' },
      { podUid: 'open', endedAt: null },
      { podUid: 'other' },
    );
    const found = await usage.find({
      clusterIds: [clusterId],
      podUids: ['ended', 'open'],
    });
    expect(found.map(({ podUid }) => podUid).sort()).toEqual(['ended', 'open']);
    expect(await usage.listOpen('demo')).toEqual([clusterId]);
    expect(await usage.listOpen('east')).toEqual([]);
  });

  it('writes the same beginning once, and one open interval of a pod', async () => {
    const { usage, open } = await setUp();
    await open({ endedAt: null });
    await open({ endedAt: null }, { podUid: 'pod-2' });
    await open({ endedAt: null, startedAt: at('1T10:30') });
    await open({ podUid: 'pod-2', startedAt: at('1T12:00'), endedAt: null });
    const found = await usage.find({
      clusterIds: [],
      podUids: ['pod-1', 'pod-2'],
    });
    expect(found.map(({ podUid }) => podUid).sort()).toEqual([
      'pod-1',
      'pod-2',
      'pod-2',
    ]);
  });

  it('ends and reopens', async () => {
    const { usage, open } = await setUp();
    await open({ podUid: 'a', endedAt: null }, { podUid: 'b' });
    const podUids = ['a', 'b'];
    const [a, b] = await usage.find({ clusterIds: [], podUids });
    const end = at('1T12:00');
    await usage.save(
      {
        opened: [],
        ended: [
          { ...a, at: end },
          { ...b, at: null },
        ],
      },
      lease,
    );
    const found = await usage.find({ clusterIds: [], podUids });
    const ends = new Map(found.map(({ podUid, endedAt }) => [podUid, endedAt]));
    expect(ends).toEqual(
      new Map([
        ['a', end],
        ['b', null],
      ]),
    );
  });

  it('writes many at once', async () => {
    const { usage, open, sum } = await setUp();
    const pods = Array.from({ length: 1_200 }, (_, index) => `pod-${index}`);
    await open(...pods.map(podUid => ({ podUid, endedAt: null })));
    const found = await usage.find({ clusterIds: [], podUids: pods });
    await usage.save(
      {
        opened: [],
        ended: found.map(interval => ({ ...interval, at: at('1T12:00') })),
      },
      lease,
    );
    expect(await sum()).toMatchObject([{ executorSeconds: 1_200 * 7_200 }]);
  });

  it('writes nothing for a backend without the lease', async () => {
    const { usage, clusterId } = await setUp();
    const other = { ...lease, holder: 'two' };
    await expect(
      usage.save({ opened: [usageInterval({ clusterId })], ended: [] }, other),
    ).rejects.toThrow('Another backend');
    await usage.saveMeteredAt(at('1T10:00'), other);
    expect(await usage.meteredAt('demo')).toBeNull();
    expect(await usage.find({ clusterIds: [], podUids: ['pod-1'] })).toEqual(
      [],
    );
  });

  it('keeps when everything was seen running', async () => {
    const { usage } = await setUp();
    await usage.saveMeteredAt(at('1T10:00'), lease);
    expect(await usage.meteredAt('demo')).toEqual(at('1T10:00'));
    expect(await usage.meteredAt('east')).toBeNull();
  });

  it('finds the specifications of runs, of deleted clusters too', async () => {
    const { usage, store, clusterId } = await setUp();
    await store.remove(clusterId);
    const place = { kubernetesCluster: 'demo', namespace: 'data-eng' };
    const specs = await usage.specsOf([
      { clusterId, run: 1, ...place },
      { clusterId, run: 2, ...place },
    ]);
    expect([...specs.keys()]).toEqual([`${clusterId}/1`]);
    expect(specs.get(`${clusterId}/1`)).toMatchObject({ tags: { team: 'a' } });
    expect(await usage.namesOf([clusterId])).toEqual(
      new Map([[clusterId, 'etl']]),
    );
  });

  it.each([
    { kubernetesCluster: 'demo', namespace: 'elsewhere' },
    { kubernetesCluster: 'other', namespace: 'data-eng' },
  ])('finds none for a pod that is elsewhere, in %p', async place => {
    const { usage, clusterId } = await setUp();
    const key = { clusterId, run: 1, ...place };
    expect((await usage.specsOf([key])).size).toBe(0);
  });

  it.each<[string, Partial<UsageInterval>, string, number]>([
    ['in the window', {}, '2T00:00', 3_600],
    [
      'before it',
      { startedAt: at('1T01:00'), endedAt: at('1T02:00') },
      '2T00:00',
      0,
    ],
    [
      'after it',
      { startedAt: at('1T13:00'), endedAt: at('1T14:00') },
      '2T00:00',
      0,
    ],
    ['over its beginning', { startedAt: at('1T09:00') }, '2T00:00', 3_600],
    ['over its end', { endedAt: at('1T15:00') }, '2T00:00', 7_200],
    [
      'over all of it',
      { startedAt: at('1T01:00'), endedAt: null },
      '2T00:00',
      7_200,
    ],
    [
      'of days',
      {
        startedAt: new Date('2025-12-01T00:00:00Z'),
        endedAt: at('1T11:00'),
      },
      '2T00:00',
      3_600,
    ],
    ['until now', { endedAt: null }, '1T10:30', 1_800],
    ['that is ahead of our clock', { endedAt: null }, '1T09:00', 0],
  ])(
    'adds up the seconds of an interval %s',
    async (_, changes, now, seconds) => {
      const { open, sum } = await setUp();
      await open(changes);
      const sums = await sum({
        now: at(now),
        windows: [{ from: at('1T10:00'), to: at('1T12:00') }],
      });
      const all = sums.map(({ executorSeconds }) => executorSeconds);
      expect(all.reduce((total, some) => total + some, 0)).toBe(seconds);
    },
  );

  it('adds up windows, groups and currencies apart', async () => {
    const { open, sum } = await setUp();
    await open(
      { podUid: 'a', endedAt: at('2T02:00') },
      { podUid: 'b', component: 'driver', pricePerHour: 7.5 },
      { podUid: 'c', nodeType: 'big', currency: 'USD' },
      { podUid: 'd', nodeType: 'big', pricePerHour: null, currency: null },
    );
    const sums = await sum({
      groupBy: 'nodeType',
      now: at('3T00:00'),
      windows: [
        { from: at('1T00:00'), to: at('2T00:00') },
        { from: at('2T00:00'), to: at('3T00:00') },
      ],
    });
    const small = { key: 'executor-small', currency: 'EUR' };
    const big = { key: 'big', driverSeconds: 0, executorSeconds: 3_600 };
    expect(sums).toHaveLength(4);
    expect(sums).toEqual(
      expect.arrayContaining([
        {
          ...small,
          window: 0,
          driverSeconds: 3_600,
          executorSeconds: 14 * 3_600,
          cost: 287.5,
        },
        {
          ...small,
          window: 1,
          driverSeconds: 0,
          executorSeconds: 2 * 3_600,
          cost: 40,
        },
        { ...big, window: 0, currency: 'USD', cost: 20 },
        { ...big, window: 0, currency: null, cost: 0 },
      ]),
    );
  });

  it('takes as many windows as a report has days', async () => {
    const { open, sum } = await setUp();
    await open({ endedAt: null });
    const start = at('1T10:00').getTime();
    const windows = Array.from({ length: 400 }, (_, minute) => ({
      from: new Date(start + minute * 60_000),
      to: new Date(start + (minute + 1) * 60_000),
    }));
    const sums = await sum({ windows });
    expect(sums).toHaveLength(400);
    expect(new Set(sums.map(({ executorSeconds }) => executorSeconds))).toEqual(
      new Set([60]),
    );
  });

  it.each<[string, Partial<UsageQuery>, string[]]>([
    ['everything', {}, ['data-eng', 'ml']],
    [
      'the namespaces that may be seen',
      { namespaces: [{ kubernetesCluster: 'demo', namespace: 'ml' }] },
      ['ml'],
    ],
    ['no namespace at all', { namespaces: [] }, []],
    [
      'what a permission policy lets be seen',
      { criteria: { tag: { key: 'team', value: 'a' } } },
      ['data-eng'],
    ],
    ['runs', { runs: [2] }, ['ml']],
  ])('adds up %s, of deleted clusters too', async (_, query, expected) => {
    const { open, sum, store, clusterId } = await setUp();
    const { id } = await store.create(newCluster({ namespace: 'ml' }));
    await open({}, { podUid: 'pod-2', clusterId: id, namespace: 'ml', run: 2 });
    await store.remove(clusterId);
    await store.remove(id);
    const sums = await sum({ groupBy: 'namespace', ...query });
    expect(sums.map(({ key }) => key).sort()).toEqual(expected);
  });

  it('adds up one cluster by its runs', async () => {
    const { open, sum, store, clusterId } = await setUp();
    const { id } = await store.create(newCluster({ name: 'other' }));
    await open(
      {},
      { podUid: 'pod-2', run: 2, endedAt: at('1T10:15') },
      { podUid: 'pod-3', clusterId: id },
    );
    const sums = await sum({ clusterId, groupBy: 'run', runs: [1, 2] });
    const costs = sums.map(({ key, cost }) => [key, cost]);
    expect(costs.sort()).toEqual([
      ['1', 20],
      ['2', 5],
    ]);
  });
});
