import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ActivityPage,
  ClusterLocation,
  CommandOptions,
  ComputeCluster,
  ComputeClusterPage,
  ConditionalOptions,
  ConfigureClusterRequest,
  ConnectToken,
  CreateClusterRequest,
  Health,
  IdempotentOptions,
  ListActivityQuery,
  ListClustersQuery,
  Me,
  NamespaceList,
  NodeTypeList,
  SparkImageList,
  ValidationResult,
  VolumeList,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/**
 * In whose name a request is made; it may do what they may do.
 *
 * @public
 */
export interface ComputeClustersServiceOptions {
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/**
 * The API of the compute clusters backend for other back-end code: the `ComputeClustersApi`, with credentials in place
 * of a token.
 *
 * @public
 */
export interface ComputeClustersService {
  listClusters(
    query: ListClustersQuery,
    options: ComputeClustersServiceOptions,
  ): Promise<ComputeClusterPage>;
  getCluster(
    id: string,
    options: ComputeClustersServiceOptions,
  ): Promise<ComputeCluster>;
  getClusterByName(
    location: ClusterLocation,
    options: ComputeClustersServiceOptions,
  ): Promise<ComputeCluster>;
  createCluster(
    request: CreateClusterRequest,
    options: ComputeClustersServiceOptions & IdempotentOptions,
  ): Promise<ComputeCluster>;
  configureCluster(
    id: string,
    request: ConfigureClusterRequest,
    options: ComputeClustersServiceOptions & ConditionalOptions,
  ): Promise<ComputeCluster>;
  startCluster(
    id: string,
    options: ComputeClustersServiceOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  restartCluster(
    id: string,
    options: ComputeClustersServiceOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  terminateCluster(
    id: string,
    options: ComputeClustersServiceOptions & CommandOptions,
  ): Promise<ComputeCluster>;
  deleteCluster(
    id: string,
    options: ComputeClustersServiceOptions & ConditionalOptions,
  ): Promise<ComputeCluster>;
  validateCluster(
    request: CreateClusterRequest,
    options: ComputeClustersServiceOptions,
  ): Promise<ValidationResult>;
  listActivity(
    id: string,
    page: ListActivityQuery,
    options: ComputeClustersServiceOptions,
  ): Promise<ActivityPage>;
  getConnectToken(
    id: string,
    options: ComputeClustersServiceOptions,
  ): Promise<ConnectToken>;
  listNamespaces(
    options: ComputeClustersServiceOptions,
  ): Promise<NamespaceList>;
  listNodeTypes(options: ComputeClustersServiceOptions): Promise<NodeTypeList>;
  listVolumes(options: ComputeClustersServiceOptions): Promise<VolumeList>;
  listImages(options: ComputeClustersServiceOptions): Promise<SparkImageList>;
  getMe(options: ComputeClustersServiceOptions): Promise<Me>;
  getHealth(options: ComputeClustersServiceOptions): Promise<Health>;
}
