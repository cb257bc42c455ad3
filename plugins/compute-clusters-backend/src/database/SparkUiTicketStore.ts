/** Who may see which Spark UI, and until when. */
export interface SparkUiTicketRecord {
  /** SHA-256 of the ticket in hexadecimal digits: a copy of the database opens nothing. */
  hash: string;
  clusterId: string;
  /** Entity ref of a user, or the subject of a service. */
  user: string;
  expiresAt: Date;
}

/** Keeps the tickets to Spark UIs, for all backends. */
export interface SparkUiTicketStore {
  /** Adds a ticket, and forgets those that have expired. */
  add(ticket: SparkUiTicketRecord): Promise<void>;
  /** A ticket that has not expired. */
  find(hash: string): Promise<SparkUiTicketRecord | undefined>;
}
