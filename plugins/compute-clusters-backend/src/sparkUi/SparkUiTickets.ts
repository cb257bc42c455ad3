import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '../clock';
import { SparkUiTicketStore } from '../database';

const MINUTE = 60_000;

/** How long a ticket lets in (ms): as long as Backstage's own tokens. */
const LIFETIME = 60 * MINUTE;

/** A page that is opened gets a new ticket if less than this (ms) is left of it, so that what it loads later gets in. */
const FRESH = 30 * MINUTE;

const BYTES = 32;

/** What a ticket lets in to. */
export interface SparkUiTicket {
  clusterId: string;
  user: string;
  /** Whether a page that is opened with it can be used for a while. */
  fresh: boolean;
}

/**
 * Tickets to the Spark UI of one cluster, for one user and a short time. They stand in the addresses of its pages, which
 * may not have the portal's cookie: nothing else than that UI is open to whoever has one.
 */
export class SparkUiTickets {
  static create(options: {
    store: SparkUiTicketStore;
    clock: Clock;
  }): SparkUiTickets {
    return new SparkUiTickets(options.store, options.clock);
  }

  private constructor(
    private readonly store: SparkUiTicketStore,
    private readonly clock: Clock,
  ) {}

  async issue(clusterId: string, user: string): Promise<string> {
    const ticket = randomBytes(BYTES).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME);
    await this.store.add({ hash: hashOf(ticket), clusterId, user, expiresAt });
    return ticket;
  }

  /** Undefined if it does not let in to this cluster, or not any more. */
  async find(
    ticket: string,
    clusterId: string,
  ): Promise<SparkUiTicket | undefined> {
    const record = await this.store.find(hashOf(ticket));
    if (record?.clusterId !== clusterId) {
      return undefined;
    }
    const left = record.expiresAt.getTime() - this.clock.now().getTime();
    return { clusterId, user: record.user, fresh: left > FRESH };
  }
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}
