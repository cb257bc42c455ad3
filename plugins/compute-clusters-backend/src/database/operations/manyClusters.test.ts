import { randomUUID } from 'node:crypto';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { newCluster, testStores, usageInterval } from '../__testUtils__';
import { ClusterQuery } from '../ClusterStore';
import { KnexUsageStore } from '../KnexUsageStore';
import { toUsageIntervalRow } from '../usageRows';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const CLUSTERS = 10_000;
const NAMESPACES = 100;
const STATES = ['ACTIVE', 'STOPPED', 'FAILED', 'STARTING'] as const;

/** Copies one stored cluster with its run, tags and usage until there are 10,000, and lets the database gather statistics. */
async function fill(knex: Knex, template: string): Promise<string[]> {
  const cluster = await knex('clusters').where('id', template).first();
  const run = await knex('runs').where('cluster_id', template).first();
  const ids = Array.from({ length: CLUSTERS }, () => randomUUID());
  const insert = async (table: string, rows: object[]) =>
    knex.batchInsert(table, rows, 50);
  await insert(
    'clusters',
    ids.map((id, i) => ({
      ...cluster,
      id,
      namespace: `ns-${i % NAMESPACES}`,
      name: `c-${String(i).padStart(5, '0')}`,
      state: STATES[i % STATES.length],
    })),
  );
  await insert(
    'runs',
    ids.map(id => ({ ...run, id: randomUUID(), cluster_id: id })),
  );
  await insert(
    'cluster_tags',
    ids.map((id, i) => ({ cluster_id: id, key: 'team', value: `t${i % 500}` })),
  );
  await insert(
    'usage_intervals',
    ids.map(id =>
      toUsageIntervalRow(
        usageInterval({ clusterId: id, podUid: randomUUID() }),
      ),
    ),
  );
  await knex.raw(isSqlite(knex) ? 'analyze' : 'vacuum analyze');
  return ids;
}

function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}

interface Recorded {
  sql: string;
  bindings: (string | number)[];
}

/** How the database carries out the queries of some work. */
async function plansOf(knex: Knex, work: () => Promise<unknown>) {
  const recorded: Recorded[] = [];
  const record = (query: Recorded) => recorded.push(query);
  knex.on('query', record);
  await work();
  knex.removeListener('query', record);
  const sqlite = isSqlite(knex);
  const plans: string[] = [];
  for (const { sql, bindings } of recorded) {
    // Knex numbers the placeholders of PostgreSQL itself.
    const text = sql.replace(/\$\d+/g, '?');
    const plan = await knex.raw(
      `${sqlite ? 'explain query plan' : 'explain'} ${text}`,
      bindings,
    );
    plans.push(
      sqlite
        ? plan.map(({ detail }: { detail: string }) => detail).join('\n')
        : plan.rows
            .map((row: Record<string, string>) => row['QUERY PLAN'])
            .join('\n'),
    );
  }
  return plans;
}

/** What reads all rows of the table itself, and not of an index. */
const WHOLE_TABLE = /Seq Scan on clusters|SCAN clusters$/m;

describe.each(databases.eachSupportedId())(
  `a list among ${CLUSTERS} clusters, %p`,
  (databaseId: TestDatabaseId) => {
    let stores: Awaited<ReturnType<typeof testStores>>;
    let ids: string[];

    beforeAll(async () => {
      stores = await testStores(databases, databaseId);
      const { store, kubernetesClusters, clock, knex } = stores;
      const { id } = await store.create(newCluster({ namespace: 'ns-0' }));
      ids = await fill(knex, id);
      await kubernetesClusters.saveAnsweredAt('demo', clock.now());
    });

    const page = { limit: 50 };
    const middle = { value: 'c-05000', id: 'x', before: false };
    const visible = Array.from({ length: NAMESPACES }, (_, i) => ({
      kubernetesCluster: 'demo',
      namespace: `ns-${i}`,
    }));

    it.each<[string, Omit<ClusterQuery, 'limit'>, number]>([
      ['of everything', {}, CLUSTERS + 1],
      ['in the middle', { position: middle }, CLUSTERS + 1],
      [
        'by state',
        { sort: { field: 'state', direction: 'desc' } },
        CLUSTERS + 1,
      ],
      [
        'by namespace',
        { sort: { field: 'namespace', direction: 'asc' } },
        CLUSTERS + 1,
      ],
      ['of one state', { state: ['FAILED'] }, CLUSTERS / 4],
      ['of one namespace', { namespace: ['ns-7'] }, CLUSTERS / NAMESPACES],
      [
        'of all namespaces that may be seen',
        { namespaces: visible },
        CLUSTERS + 1,
      ],
      [
        'of one team',
        { namespaces: visible.slice(7, 8) },
        CLUSTERS / NAMESPACES,
      ],
      ['of a tag', { tag: ['team=t7'] }, CLUSTERS / 500],
    ])('reads a page %s without reading the table', async (_, query, total) => {
      const { store, knex } = stores;
      const list = () => store.list({ ...page, ...query });

      const slice = await list();
      expect(slice.items).toHaveLength(Math.min(page.limit, total));
      expect(slice.totalItems).toBe(total);
      for (const plan of await plansOf(knex, list)) {
        expect(plan).not.toMatch(WHOLE_TABLE);
      }
    });

    it('counts all states from an index alone', async () => {
      const { store, knex } = stores;
      const list = () => store.list({ ...page, state: ['FAILED'] });

      expect((await list()).stateCounts).toEqual({
        ACTIVE: CLUSTERS / 4,
        STOPPED: CLUSTERS / 4,
        FAILED: CLUSTERS / 4,
        STARTING: CLUSTERS / 4 + 1,
      });
      const plans = (await plansOf(knex, list)).join('\n');
      expect(plans).toMatch(
        /COVERING INDEX clusters_counts_idx|Index Only Scan using clusters_counts_idx/,
      );
    });

    it('adds up what the clusters of a page cost by reading theirs only', async () => {
      const { knex, clock } = stores;
      const usage = KnexUsageStore.create({ knex });
      const sum = () =>
        usage.sum({
          groupBy: 'cluster',
          windows: [
            { from: new Date('2026-01-01'), to: new Date('2026-02-01') },
          ],
          now: clock.now(),
          filter: { clusterId: ids.slice(0, page.limit) },
        });

      expect(await sum()).toHaveLength(page.limit);
      const plans = (await plansOf(knex, sum)).join('\n');
      expect(plans).not.toMatch(
        /Seq Scan on usage_intervals|SCAN usage_intervals$/m,
      );
    });
  },
);
