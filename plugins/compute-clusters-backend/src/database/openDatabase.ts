import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Where the migrations are. */
export const MIGRATIONS_DIRECTORY = resolvePackagePath(
  '@compute-clusters/backstage-plugin-compute-clusters-backend',
  'migrations',
);

/** Connects to the plugin's database and brings its tables up to date, unless that is switched off. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  await relaxSqlite(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  }
  return knex;
}

/**
 * SQLite answers in the process's own thread and waits for the disk at each commit: a burst of creates stands still.
 * With a write-ahead log it waits only now and then. What is committed survives a killed process; a power cut may take
 * the last moments, as a demo's database may.
 */
async function relaxSqlite(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'better-sqlite3') {
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA synchronous = NORMAL');
  }
}
