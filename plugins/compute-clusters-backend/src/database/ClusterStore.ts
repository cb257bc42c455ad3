import {
  ClusterState,
  ComputeClusterSpec,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Position, Slice } from './Slice';
import {
  ActivityRecord,
  AutomationRecord,
  ClusterAction,
  ClusterRecord,
  ObservedStatus,
  RunFacts,
  StoredClusterState,
  UnseenRecord,
} from './records';

/**
 * A Kubernetes namespace on one of the Kubernetes clusters.
 *
 * @public
 */
export interface NamespaceKey {
  kubernetesCluster: string;
  namespace: string;
}

/**
 * A condition that a permission policy may put on clusters.
 *
 * @public
 */
export type ClusterFilter =
  | { namespaces: NamespaceKey[] }
  | { namespaceNames: string[] }
  | { tag: { key: string; value?: string } };

/** What a list is sorted by; ties are broken by the id. */
export interface ClusterSort {
  field: 'name' | 'namespace' | 'state' | 'createdAt';
  direction: 'asc' | 'desc';
}

/** What is asked of the list. */
export interface ClusterQuery {
  /** What the caller may see at all (undefined: everything). */
  namespaces?: NamespaceKey[];
  /** What the permission policy lets the caller see (undefined: everything). */
  criteria?: PermissionCriteria<ClusterFilter>;
  /** Namespaces of the owners that the user filters by. */
  ownedNamespaces?: NamespaceKey[];
  /** Ids that the user filters by, any of them. */
  id?: string[];
  /** Namespaces that the user filters by, any of them. */
  namespace?: string[];
  kubernetesCluster?: string;
  state?: ClusterState[];
  /** Of the driver or the executors, any of them. */
  nodeType?: string[];
  /** `KEY` or `KEY=VALUE`, all of them. */
  tag?: string[];
  /** Part of the name, or the start of the id. */
  text?: string;
  /** By name unless told. */
  sort?: ClusterSort;
  limit: number;
  /** Where to go on; the first slice without. */
  position?: Position;
}

/** A cluster to be stored, with its first run. */
export interface NewCluster extends NamespaceKey {
  /** Known beforehand where secret values are kept under it; made up without. */
  id?: string;
  name: string;
  description: string;
  spec: ComputeClusterSpec;
  /** Entity ref of who asks, or a service. */
  user: string;
  idempotencyKey?: string;
}

/** What a command changes; the store applies all of it in one transaction, with the activity row. */
export interface ClusterChange {
  /** Another description, or a new specification: the generation goes up by one. */
  description?: string;
  spec?: ComputeClusterSpec;
  power?: 'on' | 'off';
  deletionRequested?: true;
  /** Pods on lost nodes are to be deleted by force. */
  giveUpRequested?: true;
  /** Ends the current run, if it is still under way, for this reason. */
  endRun?: string;
  /** Begins the next run with the cluster's (new) specification. */
  beginRun?: true;
  /** State to show at once, before the reconciler has looked. */
  observed?: Pick<ObservedStatus, 'state' | 'reason' | 'message'>;
  /** What becomes of its automatic starts and stops; a new run and an end forget what is known of the old one. */
  automation?: Partial<AutomationRecord>;
  activity: Pick<ActivityRecord, 'action' | 'user' | 'message'>;
}

/** The same user's same action on the same cluster with the same key is done once. */
export interface IdempotentRequest {
  key: string;
  user: string;
  action: ClusterAction;
}

/** Live clusters in one state on one Kubernetes cluster. */
export interface StateCount {
  kubernetesCluster: string;
  state: ClusterState;
  count: number;
}

/** How many clusters are in each state; those without any are absent. */
export type MatchCounts = Partial<Record<ClusterState, number>>;

/** One slice of the list. */
export interface ClusterSlice extends Slice<ClusterRecord> {
  /** Of all that match in any state, whatever states are asked for. */
  stateCounts: MatchCounts;
}

/** Keeps compute clusters, their runs and their activity. All of it works alike on SQLite and PostgreSQL. */
export interface ClusterStore {
  /**
   * Stores a cluster with its first run and activity row. With an idempotency key that the same user has used before,
   * nothing is stored and that cluster is returned as it is.
   *
   * @throws NameConflictError if the name is taken in its namespace, ConflictError if the key was used for another request
   */
  create(cluster: NewCluster): Promise<ClusterRecord>;

  /** The live cluster with this id. */
  get(id: string): Promise<ClusterRecord | undefined>;

  /** The live clusters with these ids, in their order. */
  getMany(ids: string[]): Promise<(ClusterRecord | undefined)[]>;

  /** The live cluster of this name. */
  getByName(
    key: NamespaceKey & { name: string },
  ): Promise<ClusterRecord | undefined>;

  /** One slice of the live clusters. */
  list(query: ClusterQuery): Promise<ClusterSlice>;

  /**
   * Reads the cluster under a lock, lets `decide` say what changes, and stores that. `decide` may throw to refuse.
   * `undefined` changes nothing. With an idempotency key that was used before, nothing is decided and the cluster is
   * returned as it is.
   *
   * @throws NotFoundError if there is no such live cluster
   */
  change(
    id: string,
    decide: (cluster: ClusterRecord) => ClusterChange | undefined,
    options?: { idempotency?: IdempotentRequest },
  ): Promise<ClusterRecord>;

  /** Ids of all live clusters on a Kubernetes cluster, or of those in some states only, for the reconciler. */
  listIds(
    kubernetesCluster: string,
    states?: StoredClusterState[],
  ): Promise<string[]>;

  /** Where there are live clusters. */
  listNamespaces(): Promise<NamespaceKey[]>;

  /** How many live clusters are in each state on each Kubernetes cluster. */
  countStates(): Promise<StateCount[]>;

  /**
   * Stores what the reconciler saw, and what it tells of runs, unless the cluster has moved on to another run
   * meanwhile, or is gone. With an activity, that is written down with it, once for each state and reason.
   *
   * @returns whether it was stored
   */
  saveObserved(
    id: string,
    seen: { runSequence: number | null; power: 'on' | 'off' },
    observed: ObservedStatus,
    activity?: ClusterChange['activity'],
    runs?: RunFacts[],
  ): Promise<boolean>;

  /** Stores that a cluster may not be looked at, until something is seen or asked of it. */
  saveUnseen(id: string, unseen: UnseenRecord): Promise<void>;

  /** Notes that the pods are given up that were to be when this was asked for. */
  endGiveUp(id: string, requestedAt: Date): Promise<void>;

  /** Which of these clusters are removed (true) and which live (false); ids that were never stored are absent. */
  listRemoval(ids: string[]): Promise<Map<string, boolean>>;

  /** Turns a cluster whose objects are gone into a tombstone. */
  remove(id: string): Promise<void>;

  /** A cluster's activity, newest first. */
  listActivity(
    clusterId: string,
    page: { limit: number; position?: Position },
  ): Promise<Slice<ActivityRecord>>;
}
