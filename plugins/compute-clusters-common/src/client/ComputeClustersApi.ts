import {
  ActivityPage,
  ClusterUsage,
  ComputeCluster,
  ComputeClusterPage,
  ConfigureClusterRequest,
  Connections,
  ConnectToken,
  CreateClusterRequest,
  EffectiveConfiguration,
  EventPage,
  ExecutorHistory,
  GetClusterUsage,
  GetLogs,
  GetUsage,
  Health,
  ListActivity,
  ListClusters,
  ListEvents,
  ListRuns,
  Me,
  NamespaceList,
  NodeTypeList,
  PodList,
  RecoveryReport,
  RunPage,
  SparkImageList,
  SpecChangeList,
  UsageReport,
  ValidationResult,
  VolumeList,
} from '../schema/openapi';
import { ClusterLocation } from '../entity';

/**
 * Options of every request.
 *
 * @public
 */
export interface ComputeClustersRequestOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * Bases a change on what was read: a stale ETag (see `etagOf`) gets 412 and changes nothing.
 *
 * @public
 */
export interface ConditionalOptions {
  ifMatch?: string;
}

/**
 * Makes a request repeatable: the same key gives the same answer and does nothing twice.
 *
 * @public
 */
export interface IdempotentOptions {
  idempotencyKey?: string;
}

/**
 * What start, restart, terminate, their like and the deletion take.
 *
 * @public
 */
export type CommandOptions = ConditionalOptions & IdempotentOptions;

/**
 * Filter, sort and page of a list of clusters.
 *
 * @public
 */
export type ListClustersQuery = ListClusters['query'];

/**
 * Page of a list of activity.
 *
 * @public
 */
export type ListActivityQuery = ListActivity['query'];

/**
 * Filter and page of a list of Kubernetes events.
 *
 * @public
 */
export type ListEventsQuery = ListEvents['query'];

/**
 * Page of a list of runs.
 *
 * @public
 */
export type ListRunsQuery = ListRuns['query'];

/**
 * Which log, and how much of it. Times are ISO 8601.
 *
 * @public
 */
export type GetLogsQuery = GetLogs['query'];

// The generator writes `_from`, and sends `from`.

/**
 * The time that usage is told of.
 *
 * @public
 */
export type ClusterUsageQuery = Omit<GetClusterUsage['query'], '_from'> & {
  from?: string;
};

/**
 * The time that usage is told of, what it is grouped by, and of which clusters.
 *
 * @public
 */
export type UsageQuery = Omit<GetUsage['query'], '_from'> & { from?: string };

/**
 * The API of the compute clusters backend. Refusals are thrown as `ResponseError`; `problemsOf` reads their details.
 *
 * @public
 */
export interface ComputeClustersApi {
  listClusters(
    query?: ListClustersQuery,
    options?: ComputeClustersRequestOptions,
  ): Promise<ComputeClusterPage>;
  getCluster(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<ComputeCluster>;
  getClusterByName(
    location: ClusterLocation,
    options?: ComputeClustersRequestOptions,
  ): Promise<ComputeCluster>;
  createCluster(
    request: CreateClusterRequest,
    options?: ComputeClustersRequestOptions & IdempotentOptions,
  ): Promise<ComputeCluster>;
  configureCluster(
    id: string,
    request: ConfigureClusterRequest,
    options?: ComputeClustersRequestOptions & ConditionalOptions,
  ): Promise<ComputeCluster>;
  startCluster(
    id: string,
    options?: ComputeClustersRequestOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  restartCluster(
    id: string,
    options?: ComputeClustersRequestOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  terminateCluster(
    id: string,
    options?: ComputeClustersRequestOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  deleteCluster(
    id: string,
    options?: ComputeClustersRequestOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  validateCluster(
    request: CreateClusterRequest,
    options?: ComputeClustersRequestOptions,
  ): Promise<ValidationResult>;
  listActivity(
    id: string,
    page?: ListActivityQuery,
    options?: ComputeClustersRequestOptions,
  ): Promise<ActivityPage>;
  keepClusterRunning(
    id: string,
    options?: ComputeClustersRequestOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  giveUpPods(
    id: string,
    options?: ComputeClustersRequestOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  listRuns(
    id: string,
    page?: ListRunsQuery,
    options?: ComputeClustersRequestOptions,
  ): Promise<RunPage>;
  getConfiguration(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<EffectiveConfiguration>;
  /** What is saved and does not run yet. */
  getChanges(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<SpecChangeList>;
  getConnections(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<Connections>;
  getConnectToken(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<ConnectToken>;
  rotateConnectToken(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<ConnectToken>;
  listEvents(
    id: string,
    query?: ListEventsQuery,
    options?: ComputeClustersRequestOptions,
  ): Promise<EventPage>;
  listPods(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<PodList>;
  /** The answer whose body is the log; one that is followed goes on until it is aborted. */
  getLogs(
    id: string,
    query?: GetLogsQuery,
    options?: ComputeClustersRequestOptions,
  ): Promise<Response>;
  getClusterUsage(
    id: string,
    query?: ClusterUsageQuery,
    options?: ComputeClustersRequestOptions,
  ): Promise<ClusterUsage>;
  /** The most executors that ran at once, for each minute of the last hour. */
  getExecutorHistory(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<ExecutorHistory>;
  getUsage(
    query?: UsageQuery,
    options?: ComputeClustersRequestOptions,
  ): Promise<UsageReport>;
  /** The answer whose body is the same report as a table for a spreadsheet. */
  getUsageCsv(
    query?: UsageQuery,
    options?: ComputeClustersRequestOptions,
  ): Promise<Response>;
  recoverClusters(
    options?: ComputeClustersRequestOptions,
  ): Promise<RecoveryReport>;
  listNamespaces(
    options?: ComputeClustersRequestOptions,
  ): Promise<NamespaceList>;
  listNodeTypes(options?: ComputeClustersRequestOptions): Promise<NodeTypeList>;
  listVolumes(options?: ComputeClustersRequestOptions): Promise<VolumeList>;
  listImages(options?: ComputeClustersRequestOptions): Promise<SparkImageList>;
  getMe(options?: ComputeClustersRequestOptions): Promise<Me>;
  getHealth(options?: ComputeClustersRequestOptions): Promise<Health>;
}
