import {
  AutomaticStop,
  ClusterState,
  ComputeClusterSpec,
  Power,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** A state that the reconciler may see a cluster in; UNKNOWN stands for none. */
export type StoredClusterState = Exclude<ClusterState, 'UNKNOWN'>;

/** What the reconciler last saw of a compute cluster. */
export interface ObservedStatus {
  state: StoredClusterState;
  /** CamelCase code, as `ImagePullFailed`. */
  reason: string;
  /** One sentence for a person, with what to do. */
  message: string;
  /** Since when it is in this state. */
  since: Date;
  /** When Kubernetes was last heard of. */
  observedAt: Date;
  driver: { pod: string | null; ready: boolean; attempts: number };
  executors: {
    running: number;
    pending: number;
    max: number;
    reason: string | null;
  };
}

/** A compute cluster that the portal may not look at: what is observed of it is old. */
export interface UnseenRecord {
  since: Date;
  /** Why, and what to do. */
  message: string;
}

/** One start of a compute cluster until its stop, with the specification it runs with. */
export interface RunRecord {
  id: string;
  clusterId: string;
  /** 1 for the first run; part of the Job's name. */
  sequence: number;
  /** The cluster's generation that this run applies. */
  generation: number;
  spec: ComputeClusterSpec;
  requestedBy: string;
  startedAt: Date;
  /** When its driver was first ready. */
  readyAt: Date | null;
  endedAt: Date | null;
  /** CamelCase code: of what ended it, or of the failure that it ended by. */
  endReason: string | null;
  /** Of the last driver that ended. */
  exitCode: number | null;
  /** Of the last driver that failed, if its log is kept and tells why. */
  failure: LoggedFailure | null;
}

/** Why a driver failed, in the words of its log. */
export interface LoggedFailure {
  podUid: string;
  cause: string;
}

/** What became known of a run; what is absent is not known, or was before. */
export interface RunFacts {
  sequence: number;
  readyAt?: Date;
  exitCode?: number;
  /** It failed; a run that somebody ended keeps that reason. */
  end?: { at: Date; reason: string };
}

/** How far the automatic starts and stops of a compute cluster have got. */
export interface AutomationRecord {
  /** When activity was last seen in the present run; null before. */
  activeAt: Date | null;
  /** What Spark had done by the last look; null before the first one. Another one means that it did something since. */
  activityMark: string | null;
  /** The stop that is announced. */
  stop: AutomaticStop | null;
  /** When the owners were told of that stop; null before. */
  notifiedAt: Date | null;
  /** No stop by schedule before this; null if nobody asked for it. */
  keptUntil: Date | null;
  /** Starts and stops of the schedule up to here are dealt with. */
  edgesUntil: Date;
}

/** A compute cluster as it is stored: desired and observed state apart. */
export interface ClusterRecord {
  id: string;
  kubernetesCluster: string;
  namespace: string;
  name: string;
  description: string;
  spec: ComputeClusterSpec;
  /** +1 on each saved change of the specification or the description; the ETag. */
  generation: number;
  power: Power;
  deletionRequestedAt: Date | null;
  /** Set while pods on lost nodes are to be given up. */
  giveUpRequestedAt: Date | null;
  createdBy: string;
  createdAt: Date;
  updatedBy: string;
  updatedAt: Date;
  /** The current run, or the last one. */
  run: RunRecord | null;
  observed: ObservedStatus;
  /** Null while the portal may look at it. */
  unseen: UnseenRecord | null;
  /** Null unless its specification asks for automatic starts or stops. */
  automation: AutomationRecord | null;
}

/** What a user may do with a cluster; each writes one activity row. */
export type ClusterAction =
  | 'create'
  | 'configure'
  | 'start'
  | 'restart'
  | 'terminate'
  | 'keep-running'
  | 'give-up-pods'
  | 'rotate-token'
  | 'recover'
  | 'delete';

/** One row of a cluster's history. */
export interface ActivityRecord {
  id: string;
  clusterId: string;
  action: ClusterAction;
  /** Entity ref of who asked, or a service. */
  user: string;
  at: Date;
  message: string;
}
