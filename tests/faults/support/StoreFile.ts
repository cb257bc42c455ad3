import knex, { type Knex } from 'knex';

/** The plugin's SQLite file, past the backend; what a backend writes is written only while none runs. */
export class StoreFile {
  constructor(private readonly filename: string) {}

  /** What 12 seconds would do: a backend that was killed no longer counts as the one that reconciles. */
  async endLeases(): Promise<void> {
    await this.with(database =>
      database('kubernetes_clusters').update({ lease_holder: null }),
    );
  }

  /** When the lease of the backend that reconciles ends, by its own clock; 0 where there is none. */
  async leaseEnd(): Promise<number> {
    return await this.with(async database => {
      const row = await database('kubernetes_clusters').first();
      return row?.lease_expires_at ?? 0;
    });
  }

  /** Actions of a cluster in their order, also of one that is gone. */
  async activityOf(clusterId: string): Promise<string[]> {
    return await this.with(database =>
      database('activity')
        .where({ cluster_id: clusterId })
        .orderBy('id')
        .pluck('action'),
    );
  }

  /** From now on no log fits on the disk any more. */
  async fillDisk(): Promise<void> {
    await this.with(database =>
      database.raw(
        `create trigger disk_is_full before insert on log_archives begin select raise(fail, 'database or disk is full'); end`,
      ),
    );
  }

  /** There is room again. */
  async freeDisk(): Promise<void> {
    await this.with(database => database.raw('drop trigger disk_is_full'));
  }

  private async with<T>(work: (database: Knex) => Promise<T>): Promise<T> {
    const database = knex({
      client: 'better-sqlite3',
      connection: { filename: this.filename },
      useNullAsDefault: true,
    });
    try {
      return await work(database);
    } finally {
      await database.destroy();
    }
  }
}
