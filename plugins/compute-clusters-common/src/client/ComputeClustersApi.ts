import {
  ActivityPage,
  ComputeCluster,
  ComputeClusterPage,
  ConfigureClusterRequest,
  ConnectToken,
  CreateClusterRequest,
  Health,
  ListActivity,
  ListClusters,
  Me,
  NamespaceList,
  NodeTypeList,
  SparkImageList,
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
 * What start, restart and terminate take.
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
    options?: ComputeClustersRequestOptions & ConditionalOptions,
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
  getConnectToken(
    id: string,
    options?: ComputeClustersRequestOptions,
  ): Promise<ConnectToken>;
  listNamespaces(
    options?: ComputeClustersRequestOptions,
  ): Promise<NamespaceList>;
  listNodeTypes(options?: ComputeClustersRequestOptions): Promise<NodeTypeList>;
  listVolumes(options?: ComputeClustersRequestOptions): Promise<VolumeList>;
  listImages(options?: ComputeClustersRequestOptions): Promise<SparkImageList>;
  getMe(options?: ComputeClustersRequestOptions): Promise<Me>;
  getHealth(options?: ComputeClustersRequestOptions): Promise<Health>;
}
