import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  ActivityRecord,
  ClusterRecord,
  ObservedStatus,
  StoredClusterState,
} from './records';

/** A Kubernetes namespace on one of the Kubernetes clusters. */
export interface NamespaceKey {
  kubernetesCluster: string;
  namespace: string;
}

/** What a caller asks of the list; `namespaces` is what they may see at all (undefined: everything). */
export interface ClusterQuery {
  namespaces?: NamespaceKey[];
  /** Namespaces that the user filters by, any of them. */
  namespace?: string[];
  kubernetesCluster?: string;
  state?: (StoredClusterState | 'UNKNOWN')[];
  nodeType?: string[];
  /** `KEY` or `KEY=VALUE`, all of them. */
  tag?: string[];
  text?: string;
  sort?: {
    field: 'name' | 'namespace' | 'state' | 'createdAt';
    direction: 'asc' | 'desc';
  };
  limit: number;
  cursor?: string;
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  totalItems: number;
  nextCursor: string | null;
  prevCursor: string | null;
}

/** A cluster to be stored, with its first run. */
export interface NewCluster extends NamespaceKey {
  name: string;
  description: string;
  spec: ComputeClusterSpec;
  user: string;
  idempotencyKey?: string;
}

/** What a command changes; the store applies all of it in one transaction, with the activity row. */
export interface ClusterChange {
  description?: string;
  /** A new specification: the generation goes up by one. */
  spec?: ComputeClusterSpec;
  power?: 'on' | 'off';
  deletionRequested?: true;
  /** Ends the current run, if it is still under way, for this reason. */
  endRun?: string;
  /** Begins the next run with the cluster's (new) specification. */
  beginRun?: true;
  /** State to show at once, before the reconciler has looked. */
  observed?: Pick<ObservedStatus, 'state' | 'reason' | 'message'>;
  activity: Pick<ActivityRecord, 'action' | 'user' | 'message'>;
}

/** Keeps compute clusters, their runs and their activity. All of it works alike on SQLite and PostgreSQL. */
export interface ClusterStore {
  /**
   * Stores a cluster with its first run and activity row.
   *
   * @throws ConflictError if the name is taken in its namespace
   */
  create(cluster: NewCluster): Promise<ClusterRecord>;

  /** The live cluster with this id. */
  get(id: string): Promise<ClusterRecord | undefined>;

  /** The live cluster of this name. */
  getByName(
    key: NamespaceKey & { name: string },
  ): Promise<ClusterRecord | undefined>;

  /** One page of live clusters. */
  list(query: ClusterQuery): Promise<Page<ClusterRecord>>;

  /**
   * Reads the cluster under a lock, lets `decide` say what changes, and stores that. `decide` may throw to refuse.
   * With an idempotency key that the same user has used for the same action on this cluster, nothing is decided and
   * the cluster is returned as it is.
   *
   * @throws NotFoundError if there is no such live cluster
   */
  change(
    id: string,
    decide: (cluster: ClusterRecord) => ClusterChange,
    options?: { idempotencyKey?: string },
  ): Promise<ClusterRecord>;

  /** Ids of all live clusters on a Kubernetes cluster, for the reconciler. */
  listIds(kubernetesCluster: string): Promise<string[]>;

  /**
   * Stores what the reconciler saw, unless the cluster has moved on to another run meanwhile, or is gone.
   *
   * @returns whether it was stored
   */
  saveObserved(
    id: string,
    seen: { runSequence: number | null; power: 'on' | 'off' },
    observed: ObservedStatus,
  ): Promise<boolean>;

  /** Turns a cluster whose objects are gone into a tombstone. */
  remove(id: string): Promise<void>;

  /** A cluster's activity, newest first. */
  listActivity(
    clusterId: string,
    page: { limit: number; cursor?: string },
  ): Promise<Page<ActivityRecord>>;
}
