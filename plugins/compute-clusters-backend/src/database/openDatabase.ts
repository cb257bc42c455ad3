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
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  }
  return knex;
}
