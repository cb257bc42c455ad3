/** What the plugin keeps of a watched pod. Trimmed, so that ten thousand of them fit into a few megabytes. */
export interface PodRecord {
  kind: 'Pod';
  uid: string;
  name: string;
  namespace: string;
  resourceVersion: string;
  clusterId: string;
  /** Sequence of the run, from its label. */
  run: number;
  component: 'driver' | 'executor';
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  /** `status.reason` and `status.message`, as on eviction. */
  reason?: string;
  message?: string;
  node?: string;
  createdAt: number;
  /** `metadata.deletionTimestamp`. */
  deletingAt?: number;
  scheduled?: PodCondition;
  ready?: PodCondition;
  disrupted?: PodCondition;
  /** Of the container `driver` or the executor's only one. */
  container?: ContainerRecord;
  /** Millicores and MiB of the containers' requests. */
  cpu: number;
  memory: number;
}

/** A condition of a pod: whether something holds, and why. */
export interface PodCondition {
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  /** Milliseconds since the epoch. */
  since?: number;
}

/** What a pod's container is at. Times are milliseconds since the epoch. */
export type ContainerRecord =
  | { state: 'waiting'; reason?: string; message?: string }
  | { state: 'running'; startedAt: number }
  | {
      state: 'terminated';
      exitCode: number;
      reason?: string;
      message?: string;
      /** Unknown where the machine was lost. */
      startedAt?: number;
      finishedAt: number;
    };

/** What the plugin keeps of a watched Job, the driver of one run. */
export interface JobRecord {
  kind: 'Job';
  uid: string;
  name: string;
  namespace: string;
  resourceVersion: string;
  clusterId: string;
  run: number;
  createdAt: number;
  deletingAt?: number;
  /** `status.failed`: ended attempts. */
  failed: number;
  /** The condition Failed, once it is true. */
  failure?: { reason?: string; message?: string; since?: number };
}

/** An event of Kubernetes, as it is told on and not kept. */
export interface EventRecord {
  uid: string;
  namespace: string;
  /** Of the object that it is about. */
  kind: string;
  name: string;
  objectUid: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  count: number;
  /** Milliseconds since the epoch. */
  firstSeen: number;
  lastSeen: number;
}

/** A refusal to make a driver pod: the Job controller's event FailedCreate. */
export interface RefusalRecord {
  kind: 'Refusal';
  uid: string;
  namespace: string;
  jobName: string;
  message: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Why a pod's volumes are not there: the kubelet's event FailedMount. */
export interface MountFailureRecord {
  kind: 'MountFailure';
  uid: string;
  podUid: string;
  message: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Kinds of the objects that a compute cluster keeps through all its runs, one of each. */
export const LASTING_KINDS = ['Secret', 'ConfigMap', 'Service'] as const;

/** One of {@link LASTING_KINDS}. */
export type LastingKind = (typeof LASTING_KINDS)[number];

/** All watched objects of one compute cluster. */
export interface ClusterObjects {
  jobs: JobRecord[];
  pods: PodRecord[];
  refusals: RefusalRecord[];
  mountFailures: MountFailureRecord[];
  /** Pods that are gone, as they ended by themselves; the newest of them only. */
  gone: PodRecord[];
  /** What it should keep through all its runs, and what is certainly not there. */
  missing: LastingKind[];
}
