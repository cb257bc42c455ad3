/** Why a compute cluster is in its state, or why its executors wait. Part of the API: codes are never renamed. */
export type Reason =
  // on the way to ACTIVE, in this order
  | 'Accepted'
  | 'EarlierRunEnding'
  | 'NamespaceTerminating'
  | 'Scheduling'
  | 'PullingImage'
  | 'StartingSpark'
  | 'Ready'
  // something is in the way
  | 'Unschedulable'
  | 'ImagePullFailed'
  | 'QuotaExceeded'
  | 'ForbiddenByKubernetes'
  | 'InvalidSpec'
  | 'NameTaken'
  | 'NamespaceNotFound'
  | 'StartTimeout'
  // the driver ended
  | 'OutOfMemory'
  | 'DriverExited'
  | 'SparkContextStopped'
  | 'Evicted'
  | 'NodeLost'
  | 'NotReady'
  | 'BackoffLimitExceeded'
  // an executor ended
  | 'ExecutorExited'
  // on the way down
  | 'Terminating'
  | 'Terminated'
  | 'Deleting';

/** A reason in code and in words. */
export interface Finding {
  reason: Reason;
  /** One sentence for a person, with what to do. */
  message: string;
}
