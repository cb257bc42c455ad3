import { TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, observed, testSpec, testStores } from '../__testUtils__';
import { ClusterQuery } from '../ClusterStore';
import { ClusterRecord, ObservedStatus } from '../records';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('listClusters, %p', id => {
  const open = () => testStores(databases, id);

  async function openWithClusters() {
    const stores = await open();
    const { store, clock, kubernetesClusters } = stores;
    const make = async (
      changes: Parameters<typeof newCluster>[0],
      state?: ObservedStatus['state'],
    ) => {
      clock.advance(1000);
      const { id: cluster } = await store.create(newCluster(changes));
      if (state) {
        await store.saveObserved(
          cluster,
          { runSequence: 1, power: 'on' },
          observed({ state }),
        );
      }
    };
    await make({ name: 'etl', spec: testSpec({ tags: { cost: '42' } }) });
    await make({ name: 'nightly' }, 'ACTIVE');
    await make(
      {
        name: 'ad-hoc',
        spec: testSpec({
          driver: { nodeType: 'driver-large' },
          tags: { cost: '43', team: 'a' },
        }),
      },
      'FAILED',
    );
    await make({ name: 'train', namespace: 'ml' }, 'ACTIVE');
    await make(
      { name: 'far', namespace: 'far', kubernetesCluster: 'west' },
      'ACTIVE',
    );
    await kubernetesClusters.saveAnsweredAt('demo', clock.now());
    await kubernetesClusters.saveAnsweredAt(
      'west',
      new Date(clock.now().getTime() - 60_001),
    );
    return stores;
  }

  const names = (clusters: ClusterRecord[]) => clusters.map(({ name }) => name);

  it.each<[string, Partial<ClusterQuery>, string[]]>([
    ['everything', {}, ['ad-hoc', 'etl', 'far', 'nightly', 'train']],
    [
      'the namespaces that may be seen',
      { namespaces: [{ kubernetesCluster: 'demo', namespace: 'ml' }] },
      ['train'],
    ],
    ['none without a namespace', { namespaces: [] }, []],
    ['a namespace', { namespace: ['ml', 'far'] }, ['far', 'train']],
    [
      'the namespaces of an owner',
      { ownedNamespaces: [{ kubernetesCluster: 'west', namespace: 'far' }] },
      ['far'],
    ],
    ['a Kubernetes cluster', { kubernetesCluster: 'west' }, ['far']],
    ['a state', { state: ['ACTIVE'] }, ['nightly', 'train']],
    ['several states', { state: ['STARTING', 'FAILED'] }, ['ad-hoc', 'etl']],
    ['those on a silent Kubernetes cluster', { state: ['UNKNOWN'] }, ['far']],
    [
      'unknown and another state',
      { state: ['UNKNOWN', 'FAILED'] },
      ['ad-hoc', 'far'],
    ],
    ['a node type of drivers', { nodeType: ['driver-large'] }, ['ad-hoc']],
    [
      'a node type of executors',
      { nodeType: ['executor-small'] },
      ['ad-hoc', 'etl', 'far', 'nightly', 'train'],
    ],
    ['a tag', { tag: ['cost'] }, ['ad-hoc', 'etl']],
    ['a tag with its value', { tag: ['cost=42'] }, ['etl']],
    ['all of several tags', { tag: ['cost', 'team=a'] }, ['ad-hoc']],
    ['part of a name', { text: 'IGHT' }, ['nightly']],
    ['no pattern', { text: '%' }, []],
    ['no one-letter pattern', { text: 'e_l' }, []],
    [
      'by name, descending',
      { sort: { field: 'name', direction: 'desc' } },
      ['train', 'nightly', 'far', 'etl', 'ad-hoc'],
    ],
    [
      'by time',
      { sort: { field: 'createdAt', direction: 'asc' } },
      ['etl', 'nightly', 'ad-hoc', 'train', 'far'],
    ],
    [
      'what a policy wants',
      {
        criteria: {
          anyOf: [
            {
              allOf: [
                { namespaceNames: ['data-eng'] },
                { not: { tag: { key: 'cost' } } },
              ],
            },
            { namespaces: [{ kubernetesCluster: 'west', namespace: 'far' }] },
          ],
        },
      },
      ['far', 'nightly'],
    ],
    [
      'what a policy wants, a tag with its value',
      { criteria: { tag: { key: 'cost', value: '43' } } },
      ['ad-hoc'],
    ],
  ])('lists %s', async (_, query, expected) => {
    const { store } = await openWithClusters();

    const slice = await store.list({ limit: 50, ...query });

    expect(names(slice.items)).toEqual(expected);
    expect(slice).toMatchObject({
      totalItems: expected.length,
      next: null,
      previous: null,
    });
  });

  it('counts what matches by state, whatever states are asked for', async () => {
    const { store } = await openWithClusters();

    const page = await store.list({ limit: 1, state: ['FAILED'] });
    const named = await store.list({ limit: 1, text: 't' });

    expect(page).toMatchObject({
      totalItems: 1,
      stateCounts: { STARTING: 1, ACTIVE: 2, FAILED: 1, UNKNOWN: 1 },
    });
    expect(named.stateCounts).toEqual({ STARTING: 1, ACTIVE: 2 });
  });

  it('finds, counts and sorts a cluster that may not be looked at as UNKNOWN', async () => {
    const { store, clock } = await openWithClusters();
    const { items } = await store.list({ limit: 1, text: 'nightly' });
    await store.saveUnseen(items[0].id, {
      since: clock.now(),
      message: 'not allowed',
    });

    const unknown = await store.list({ limit: 9, state: ['UNKNOWN'] });
    const byState = { field: 'state', direction: 'desc' } as const;
    const first = await store.list({ limit: 1, sort: byState });
    const rest = await store.list({
      limit: 9,
      sort: byState,
      position: first.next ?? undefined,
    });

    expect(names(unknown.items)).toEqual(['far', 'nightly']);
    expect(unknown.stateCounts).toMatchObject({ ACTIVE: 1, UNKNOWN: 2 });
    expect(names(first.items)).toEqual(['nightly']);
    expect(names(rest.items)).toHaveLength(4);
    expect(names(rest.items)).not.toContain('nightly');
  });

  it('finds a cluster by the start of its id', async () => {
    const { store } = await openWithClusters();
    const [first] = (await store.list({ limit: 1 })).items;

    const { items } = await store.list({
      limit: 50,
      text: first.id.slice(0, 13),
    });

    expect(items).toEqual([first]);
  });

  it.each([
    ['name', 'asc'],
    ['name', 'desc'],
    ['namespace', 'asc'],
    ['state', 'desc'],
    ['createdAt', 'asc'],
    ['createdAt', 'desc'],
  ] as const)(
    'goes through pages by %s, %s, and back again',
    async (field, direction) => {
      const { store } = await openWithClusters();
      const query = { limit: 2, sort: { field, direction } };
      const all = (await store.list({ ...query, limit: 50 })).items;

      const first = await store.list(query);
      const second = await store.list({
        ...query,
        position: first.next ?? undefined,
      });
      const third = await store.list({
        ...query,
        position: second.next ?? undefined,
      });
      const back = await store.list({
        ...query,
        position: third.previous ?? undefined,
      });
      const start = await store.list({
        ...query,
        position: back.previous ?? undefined,
      });

      expect([...first.items, ...second.items, ...third.items]).toEqual(all);
      expect(first.previous).toBeNull();
      expect(third.next).toBeNull();
      expect(back.items).toEqual(second.items);
      expect(start.items).toEqual(first.items);
      expect(start.previous).toBeNull();
    },
  );

  it('skips and repeats nothing when a row comes or goes between pages', async () => {
    const { store } = await openWithClusters();
    const first = await store.list({ limit: 2 });
    await store.create(newCluster({ name: 'a-first' }));
    await store.remove(first.items[1].id);

    const second = await store.list({
      limit: 2,
      position: first.next ?? undefined,
    });

    expect(names(second.items)).toEqual(['far', 'nightly']);
  });
});
