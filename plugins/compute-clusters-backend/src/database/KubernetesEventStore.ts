import { NamespaceKey } from './ClusterStore';
import { Position, Slice } from './Slice';

/** An event of Kubernetes about an object of a compute cluster. */
export interface KubernetesEventRecord {
  /** Of the event in Kubernetes. */
  uid: string;
  clusterId: string;
  type: 'Normal' | 'Warning';
  /** CamelCase code of Kubernetes, as `FailedScheduling`. */
  reason: string;
  message: string;
  /** Kind and name, as `Pod/etl-1-abcde`. */
  object: string;
  /** How often it happened. */
  count: number;
  firstSeen: Date;
  lastSeen: Date;
}

/** An event, with the place of the object that it is about. */
export type NewKubernetesEvent = KubernetesEventRecord & NamespaceKey;

/** What is asked of a cluster's events. */
export interface KubernetesEventQuery {
  type?: 'Normal' | 'Warning';
  /** Kind and name. */
  object?: string;
  /** Part of the reason or of the message, in any case. */
  text?: string;
  limit: number;
  /** Where to go on; the first slice without. Its value is the time last seen, in milliseconds. */
  position?: Position;
}

/** What names a compute cluster's objects. */
export interface ClusterName {
  id: string;
  name: string;
  /** Of the current run, or the last one; 0 before the first. */
  runSequence: number;
}

/** Keeps what Kubernetes tells of compute clusters for longer than Kubernetes does. */
export interface KubernetesEventStore {
  /**
   * Stores events, or counts up those that are stored; drops those of clusters that are not, or not in that place. May
   * be repeated.
   */
  save(events: NewKubernetesEvent[]): Promise<void>;

  /** One slice of a cluster's events, newest first, and how many warnings it has, whatever is asked. */
  list(
    clusterId: string,
    query: KubernetesEventQuery,
  ): Promise<Slice<KubernetesEventRecord> & { warnings: number }>;

  /** Live clusters of a namespace. */
  listNames(namespace: NamespaceKey): Promise<ClusterName[]>;

  /**
   * Deletes the oldest events that were last seen before this time, at most so many.
   *
   * @returns how many were deleted
   */
  deleteBefore(time: Date, limit: number): Promise<number>;
}
