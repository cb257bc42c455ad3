import { StoredClusterState } from '../database/records';
import { ExecutorRoom } from './executorShortage';
import { Finding } from './reasons';

/** What the status is made from, besides the objects. */
export interface Circumstances {
  now: Date;
  /** When Kubernetes was last heard of. */
  heardAt: Date;
  /** A step that Kubernetes refused just now, for good. */
  refused?: Finding;
  /** What keeps a step from being done for now. */
  waitsFor?: Finding;
  /** Of the namespace, where it has a quota and the run should always have executors. */
  room?: ExecutorRoom;
}

/** A state, and why. */
export interface Verdict extends Omit<Finding, 'reason'> {
  state: StoredClusterState;
  reason: string;
}
