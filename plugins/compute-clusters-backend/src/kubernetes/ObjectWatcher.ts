import { ClusterObjects, EventRecord, PodRecord } from './records';

/** Sums of what pods ask for. */
export interface ResourceUse {
  /** Millicores. */
  cpu: number;
  /** MiB. */
  memory: number;
  pods: number;
}

/**
 * Keeps trimmed records of all objects with our labels on one Kubernetes cluster, by reflectors that restart
 * themselves, and tells which compute cluster changed.
 */
export interface ObjectWatcher {
  /** Starts listing and watching; resolves once every first list has arrived. Never rejects while the server is away. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether every first list has arrived, so that absence means absence. */
  synced(): boolean;
  /** Whether it may look into a namespace, and so knows what is not there. */
  covers(namespace: string): boolean;
  /** Why it may not look into a namespace, in Kubernetes' words; undefined where it may, or is still to find out. */
  refusalIn(namespace: string): string | undefined;
  /** When the server last sent anything, bookmarks included; undefined before the first answer. */
  answeredAt(): Date | undefined;
  /** What is wrong right now, in words; undefined while all is well. */
  problem(): string | undefined;
  /** How many watches there were beyond the first of each reflector: rises quickly only when something is wrong. */
  rewatches(): number;
  /** With a namespace, only those in it: anybody who may make a pod can give it the label of another team's cluster. */
  objectsOf(clusterId: string, namespace?: string): ClusterObjects;
  /** All cluster ids that own at least one object. */
  clusterIds(): string[];
  /** What the running pods of compute clusters in a namespace ask for. */
  useOf(namespace: string): ResourceUse;
  /** Calls back with the cluster's id on each change of its objects. Must not throw. */
  onChange(listener: (clusterId: string) => void): void;
  /**
   * Calls back with the last that is known of each pod that is gone, and until when it was certainly there: until now,
   * or until the watch was lost. Must not throw.
   */
  onPodGone(listener: (pod: PodRecord, seenAt: Date) => void): void;
  /** The compute cluster of a watched object, by the object's uid. */
  clusterOf(uid: string): string | undefined;
  /** Calls back with each event of Kubernetes, those of others too, again after each new list. Must not throw. */
  onEvent(listener: (event: EventRecord) => void): void;
}
