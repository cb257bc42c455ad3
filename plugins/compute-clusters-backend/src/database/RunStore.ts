import { RunRecord } from './records';
import { Position, Slice } from './Slice';

/** A run with all that is kept of it. */
export interface StoredRun extends Omit<RunRecord, 'spec' | 'failure'> {
  /** The last lines of the last driver that failed. */
  failureLog: string | null;
}

/** Tells of the runs of compute clusters. */
export interface RunStore {
  /** One slice of a cluster's runs, newest first; the position's value is a sequence. */
  list(
    clusterId: string,
    page: { limit: number; position?: Position },
  ): Promise<Slice<StoredRun>>;
}
