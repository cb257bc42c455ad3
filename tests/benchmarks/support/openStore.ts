import knexFactory, { type Knex } from 'knex';
import { join } from 'node:path';

/** The plugin's own SQLite file, to read: to ask the API so often would slow down what is measured. */
export function openStore(dataDirectory: string): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: {
      filename: join(dataDirectory, 'compute-clusters.sqlite'),
      options: { readonly: true },
    },
    useNullAsDefault: true,
  });
}
