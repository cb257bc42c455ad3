import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { ClusterFilter, ClusterQuery, NamespaceKey } from './ClusterStore';

/** The time of one pod that counts, with what it costs. */
export interface UsageInterval extends NamespaceKey {
  podUid: string;
  clusterId: string;
  /** Sequence of the run. */
  run: number;
  /** Who owned the namespace when it began; null: nobody. */
  ownerRef: string | null;
  component: 'driver' | 'executor';
  nodeType: string;
  /** Millicores. */
  cpu: number;
  /** MiB. */
  memory: number;
  /** Minor units, as it was when it began; null: the node type had no price. */
  pricePerHour: number | null;
  currency: string | null;
  startedAt: Date;
  /** Null while it goes on. */
  endedAt: Date | null;
}

/** An interval as it is stored. */
export type UsageIntervalRecord = UsageInterval & { id: string };

/** Names one run, with the place of its cluster. */
export interface RunKey extends NamespaceKey {
  clusterId: string;
  run: number;
}

/** What to write, all of it or nothing. */
export interface UsageChanges {
  opened: UsageInterval[];
  ended: UsageEnd[];
}

/** A new end of a stored interval. */
export interface UsageEnd {
  id: string;
  startedAt: Date;
  /** Null: it goes on after all. */
  at: Date | null;
}

/** Who has the lease of a Kubernetes cluster, and so may write about it. */
export interface HeldLease {
  kubernetesCluster: string;
  holder: string;
}

/** What sums are grouped by; `run` is the sequence of the run. */
export type UsageGrouping =
  | 'team'
  | 'namespace'
  | 'cluster'
  | 'nodeType'
  | 'run';

/** A time from `from` on and before `to`. */
export interface UsageWindow {
  from: Date;
  to: Date;
}

/** Which clusters a user asks for, as in the list of clusters; deleted ones are among them. */
export interface UsageFilter
  extends Pick<ClusterQuery, 'namespace' | 'nodeType' | 'tag' | 'text'> {
  /** Any of them. */
  clusterId?: string[];
}

/** What is asked for. */
export interface UsageQuery {
  /** All together without. */
  groupBy?: UsageGrouping;
  /** Each is added up by itself. */
  windows: UsageWindow[];
  /** Until when what goes on has cost so far. */
  now: Date;
  clusterId?: string;
  /** Sequences of runs of that cluster. */
  runs?: number[];
  /** What the caller may see at all (undefined: everything). */
  namespaces?: NamespaceKey[];
  /** What the permission policy lets the caller see (undefined: everything). */
  criteria?: PermissionCriteria<ClusterFilter>;
  /** What the user asks for (undefined: everything). */
  filter?: UsageFilter;
}

/** The sum of one group in one window, of what is priced in one currency. */
export interface UsageSum {
  /** Index of the window. */
  window: number;
  /** Null: a namespace that nobody owned, or no grouping. */
  key: string | null;
  /** Null: without a price. */
  currency: string | null;
  driverSeconds: number;
  executorSeconds: number;
  /** Minor units. */
  cost: number;
}

/** Keeps when the pods of compute clusters ran, and what that costs. Works alike on SQLite and PostgreSQL. */
export interface UsageStore {
  /** All intervals of these pods, and the open ones of these clusters. */
  find(keys: {
    clusterIds: string[];
    podUids: string[];
  }): Promise<UsageIntervalRecord[]>;

  /** Clusters with open intervals on a Kubernetes cluster, deleted ones too. */
  listOpen(kubernetesCluster: string): Promise<string[]>;

  /** The specifications of runs, by `CLUSTER/SEQUENCE`; those that were never stored are absent. */
  specsOf(runs: RunKey[]): Promise<Map<string, ComputeClusterSpec>>;

  /**
   * Writes in one transaction; a pod's interval that is there already stays as it is.
   *
   * @throws ConflictError if the lease is another's: what this backend saw may be old
   */
  save(changes: UsageChanges, lease: HeldLease): Promise<void>;

  /** When all open intervals of a Kubernetes cluster were last seen running. */
  meteredAt(kubernetesCluster: string): Promise<Date | null>;

  /** Stores that, in one row, unless the lease is another's. */
  saveMeteredAt(at: Date, lease: HeldLease): Promise<void>;

  /** Adds up; its cost does not grow with what ended before the windows. */
  sum(query: UsageQuery): Promise<UsageSum[]>;

  /** When the executors of a cluster ran that ran in the window, each once for every time that counts. */
  executorTimes(
    clusterId: string,
    window: UsageWindow,
  ): Promise<{ startedAt: Date; endedAt: Date | null }[]>;

  /** Names of clusters, deleted ones too. */
  namesOf(clusterIds: string[]): Promise<Map<string, string>>;
}
