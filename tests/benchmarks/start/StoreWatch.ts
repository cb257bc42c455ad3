import knexFactory, { type Knex } from 'knex';
import { join } from 'node:path';
import { waitUntil } from '../../support/waitUntil';

/** Looks into the plugin's SQLite file itself: to ask the API so often would slow down what is measured. */
export class StoreWatch {
  static open(dataDirectory: string): StoreWatch {
    return new StoreWatch(
      knexFactory({
        client: 'better-sqlite3',
        connection: {
          filename: join(dataDirectory, 'compute-clusters.sqlite'),
          options: { readonly: true },
        },
        useNullAsDefault: true,
      }),
    );
  }

  private constructor(private readonly knex: Knex) {}

  /** When the store first told that the cluster is ACTIVE, in milliseconds since the epoch. */
  async activeAt(id: string): Promise<number> {
    const find = () =>
      this.knex('clusters').where({ id, state: 'ACTIVE' }).first('id');
    await waitUntil(
      `ACTIVE of ${id} in the store`,
      async () => Boolean(await find()),
      { timeoutMs: 60_000, everyMs: 3 },
    );
    return Date.now();
  }

  async close(): Promise<void> {
    await this.knex.destroy();
  }
}
