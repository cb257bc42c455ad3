import { TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, testStores } from '../__testUtils__';
import { ClusterQuery } from '../ClusterStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

interface Recorded {
  sql: string;
  bindings: (string | number)[];
}

/** How SQLite carries out every query of the work. */
async function plansOf(
  work: (
    store: Awaited<ReturnType<typeof testStores>>['store'],
  ) => Promise<unknown>,
): Promise<string[]> {
  const { knex, store } = await testStores(databases, 'SQLITE_3');
  const recorded: Recorded[] = [];
  const record = (query: Recorded) => recorded.push(query);
  knex.on('query', record);
  await work(store);
  knex.removeListener('query', record);
  const plans = await Promise.all(
    recorded
      .filter(({ sql }) => sql.startsWith('select'))
      .map(({ sql, bindings }) =>
        knex.raw(`explain query plan ${sql}`, bindings),
      ),
  );
  return plans.flat().map(({ detail }: { detail: string }) => detail);
}

describe('query plans', () => {
  const position = { value: 'm', id: 'x', before: false };

  it.each<[string, Omit<ClusterQuery, 'limit'>, string]>([
    ['by name', {}, 'clusters_name_idx'],
    ['by name, next page', { position }, 'clusters_name_idx'],
    [
      'by namespace',
      { sort: { field: 'namespace', direction: 'desc' } },
      'clusters_namespace_idx',
    ],
    [
      'by state',
      { sort: { field: 'state', direction: 'asc' } },
      'clusters_state_idx',
    ],
    [
      'by time, next page',
      {
        sort: { field: 'createdAt', direction: 'desc' },
        position: { ...position, value: 1 },
      },
      'clusters_created_idx',
    ],
  ])(
    'the list %s reads its rows in order from an index',
    async (_, query, index) => {
      const plans = await plansOf(store => store.list({ ...query, limit: 50 }));

      expect(plans).toContainEqual(expect.stringContaining(index));
      expect(plans.join('\n')).not.toMatch(/TEMP B-TREE|SCAN clusters$/m);
    },
  );

  it.each<[string, Omit<ClusterQuery, 'limit'>, string]>([
    [
      'namespaces that may be seen',
      { namespaces: [{ kubernetesCluster: 'demo', namespace: 'data-eng' }] },
      'clusters_live_name_uniq',
    ],
    ['a tag', { tag: ['a=b'] }, 'cluster_tags_key_idx'],
  ])('the list of %s finds them by an index', async (_, query, index) => {
    const plans = await plansOf(store => store.list({ ...query, limit: 50 }));

    expect(plans).toContainEqual(expect.stringContaining(index));
  });

  it('everything else is found by an index', async () => {
    const plans = await plansOf(async store => {
      await store.get('x');
      await store.getMany(['x', 'y']);
      await store.getByName(newCluster());
      await store.listIds('demo');
      await store.listActivity('x', { limit: 20 });
    });

    expect(plans.filter(plan => plan.startsWith('SCAN'))).toEqual([]);
    expect(plans.join('\n')).not.toContain('TEMP B-TREE');
  });
});
