/** A PostgreSQL of its own. */
export interface PrivatePostgres {
  /** With the user that may do all, and no database. */
  url: string;
  /** Ends it as a crash does, and keeps its data. */
  halt(): void;
  /** Starts it again where it was. */
  resume(): void;
  /** Ends it and removes its data. */
  stop(): void;
}

/** Starts one; undefined where there is no PostgreSQL. */
export function startPostgres(): Promise<PrivatePostgres | undefined>;
