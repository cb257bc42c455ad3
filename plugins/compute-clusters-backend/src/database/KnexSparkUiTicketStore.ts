import { Knex } from 'knex';
import { Clock } from '../clock';
import { StoredTime } from './rows';
import { SparkUiTicketRecord, SparkUiTicketStore } from './SparkUiTicketStore';
import { toDate } from './toDate';

interface SparkUiTicketRow {
  hash: string;
  cluster_id: string;
  user: string;
  expires_at: StoredTime;
}

/** Keeps tickets in the plugin's own database. */
export class KnexSparkUiTicketStore implements SparkUiTicketStore {
  static create(options: { knex: Knex; clock: Clock }): KnexSparkUiTicketStore {
    return new KnexSparkUiTicketStore(options.knex, options.clock);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly clock: Clock,
  ) {}

  async add(ticket: SparkUiTicketRecord): Promise<void> {
    const { hash, clusterId, user, expiresAt } = ticket;
    await this.tickets().where('expires_at', '<=', this.clock.now()).delete();
    await this.tickets().insert({
      hash,
      cluster_id: clusterId,
      user,
      expires_at: expiresAt,
    });
  }

  async find(hash: string): Promise<SparkUiTicketRecord | undefined> {
    const row = await this.tickets()
      .where({ hash })
      .where('expires_at', '>', this.clock.now())
      .first<SparkUiTicketRow | undefined>();
    return (
      row && {
        hash: row.hash,
        clusterId: row.cluster_id,
        user: row.user,
        expiresAt: toDate(row.expires_at),
      }
    );
  }

  private tickets() {
    return this.knex('spark_ui_tickets');
  }
}
