import type { Knex } from 'knex';
import { waitUntil } from '../../support/waitUntil';
import { openStore } from '../support/openStore';

/** Looks into the store itself for single clusters. */
export class StoreWatch {
  static open(dataDirectory: string): StoreWatch {
    return new StoreWatch(openStore(dataDirectory));
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
