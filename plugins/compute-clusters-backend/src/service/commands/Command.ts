import { ClusterRecord } from '../../database';

/** What a decision is based on. */
export interface Command {
  cluster: ClusterRecord;
  /** Who asks. */
  user: string;
  /** The `If-Match` header, if any. */
  ifMatch?: string;
}
