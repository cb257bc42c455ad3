import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { MIGRATIONS_DIRECTORY } from './openDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const TABLES = [
  'clusters',
  'cluster_tags',
  'runs',
  'activity',
  'idempotency_keys',
  'log_archives',
  'node_types',
  'volumes',
  'kubernetes_clusters',
  'usage_intervals',
  'cluster_automation',
  'spark_ui_tickets',
];

async function migratedDatabase(databaseId: TestDatabaseId) {
  const knex = await databases.init(databaseId);
  await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  return knex;
}

describe.each(databases.eachSupportedId())('migrations, %p', databaseId => {
  it('make every table', async () => {
    const knex = await migratedDatabase(databaseId);

    for (const table of TABLES) {
      expect([table, await knex.schema.hasTable(table)]).toEqual([table, true]);
    }
  });

  it('can be taken back and made again', async () => {
    const knex = await migratedDatabase(databaseId);

    await knex.migrate.rollback({ directory: MIGRATIONS_DIRECTORY }, true);
    for (const table of TABLES) {
      expect([table, await knex.schema.hasTable(table)]).toEqual([
        table,
        false,
      ]);
    }

    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
    expect(await knex('clusters').count({ total: '*' })).toEqual([
      { total: expect.anything() },
    ]);
  });
});
