import { ClusterRecord } from '../database/records';
import { LastingKind } from '../kubernetes/records';

/** What is wanted of a compute cluster, and what this process knows of it beyond the watch. */
export interface DesiredCluster {
  cluster: ClusterRecord;
  /** Milliseconds that a driver may take to become ready. */
  startTimeout: number;
  /**
   * Runs whose Job may exist although the watch does not show it (yet): the one that this process created last, and
   * those that it has never asked about.
   */
  unconfirmedRuns: number[];
  /** The current run's Job was created a moment ago, and the watch may not show it yet. */
  expectsJob: boolean;
  /** What was put there a moment ago, and the watch may not show yet. */
  appliedLately: LastingKind[];
}
