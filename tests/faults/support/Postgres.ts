import knex from 'knex';
import { waitUntil } from '../../support/waitUntil';
// The scripts of the root are in no package: they run before there is any.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import * as postgres from '../../../scripts/postgres.mjs';

/** A PostgreSQL that can be taken away from the backends on it. */
export class Postgres {
  /** Starts one with PostgreSQL's binaries of this machine. */
  static async start(): Promise<Postgres> {
    const server = await postgres.startPostgres();
    if (!server) {
      throw new Error(
        'This suite needs PostgreSQL: apt-get install postgresql',
      );
    }
    return new Postgres(server);
  }

  private constructor(private readonly server: postgres.PrivatePostgres) {}

  /** Of Backstage's `backend.database`. */
  get backstageConfig(): object {
    const { hostname: host, port, username: user } = new URL(this.server.url);
    return { client: 'pg', connection: { host, port: Number(port), user } };
  }

  /** Ends it as a crash does, and keeps its data. */
  halt(): void {
    this.server.halt();
  }

  /** Starts it again where it was. */
  resume(): void {
    this.server.resume();
  }

  /** Ends it and removes its data. */
  stop(): void {
    this.server.stop();
  }

  /** Waits until a backend reconciles; gives what it is called. */
  async leaseHolder(): Promise<string> {
    const database = knex({
      client: 'pg',
      connection: `${this.server.url}/backstage_plugin_compute-clusters`,
    });
    try {
      return await waitUntil(
        'a backend reconciles',
        () =>
          database('kubernetes_clusters')
            .whereNotNull('lease_holder')
            .first()
            .then(row => row?.lease_holder),
        { timeoutMs: 30_000 },
      );
    } finally {
      await database.destroy();
    }
  }
}
