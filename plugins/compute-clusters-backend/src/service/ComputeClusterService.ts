import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  ActivityPage,
  ClusterState,
  ComputeCluster,
  ComputeClusterPage,
  ConnectToken,
  Health,
  Me,
  NamespaceList,
  NodeTypeList,
  ParsedConfigureClusterRequest,
  ParsedCreateClusterRequest,
  SparkImageList,
  ValidationResult,
  VolumeList,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { ClusterFilter, ClusterSort, NamespaceKey } from '../database';

/** An HTTP request, whatever its parameters. */
export type HttpRequest = Parameters<HttpAuthService['credentials']>[0];

/** Who calls. */
export interface Call {
  credentials: BackstageCredentials;
  /** The HTTP request behind the call, if any, for the audit log. */
  request?: HttpRequest;
}

/** A call about one cluster. */
export interface ClusterCall extends Call {
  id: string;
}

/** A call that changes one cluster. */
export interface ClusterCommand extends ClusterCall {
  /** The header: refuse unless the cluster still has one of these ETags. */
  ifMatch?: string;
  /** Do it once, however often it is asked for with this key. */
  idempotencyKey?: string;
}

/** A field to sort by, with `-` for descending. */
export type ClusterListSort = ClusterSort['field'] | `-${ClusterSort['field']}`;

/** What a user filters and sorts a list by. */
export interface ClusterListFilter {
  id?: string[];
  namespace?: string[];
  kubernetesCluster?: string;
  state?: ClusterState[];
  owner?: string[];
  nodeType?: string[];
  tag?: string[];
  text?: string;
  /** As the API takes it, `-` for descending. */
  sort?: ClusterListSort;
}

/** What of all clusters a caller may see; undefined does not limit. */
export interface ClusterScope {
  namespaces?: NamespaceKey[];
  criteria?: PermissionCriteria<ClusterFilter>;
}

/** A call for a page of clusters. */
export interface ListCall extends Call {
  filter: ClusterListFilter;
  limit: number;
  /** Of an earlier page; takes the place of the filter. */
  cursor?: string;
  /** Set by the authorization; callers leave it out. */
  scope?: ClusterScope;
}

/** Everything that can be done with compute clusters, in one caller's name. */
export interface ComputeClusterService {
  list(call: ListCall): Promise<ComputeClusterPage>;
  get(call: ClusterCall): Promise<ComputeCluster>;
  getByName(
    call: Call & NamespaceKey & { name: string },
  ): Promise<ComputeCluster>;
  create(
    call: Call & {
      cluster: ParsedCreateClusterRequest;
      idempotencyKey?: string;
    },
  ): Promise<ComputeCluster>;
  /** Tells everything that is wrong with a create request, of which nothing is known yet. */
  validate(call: Call & { body: unknown }): Promise<ValidationResult>;
  configure(
    call: ClusterCommand & { changes: ParsedConfigureClusterRequest },
  ): Promise<ComputeCluster>;
  start(call: ClusterCommand): Promise<ComputeCluster>;
  restart(call: ClusterCommand): Promise<ComputeCluster>;
  terminate(call: ClusterCommand): Promise<ComputeCluster>;
  /** Puts off the automatic stop that is announced. */
  keepRunning(call: ClusterCommand): Promise<ComputeCluster>;
  /** Lets the cluster go on without its pods on lost nodes. */
  giveUpPods(call: ClusterCommand): Promise<ComputeCluster>;
  delete(call: ClusterCommand): Promise<ComputeCluster>;
  listActivity(
    call: ClusterCall & { limit: number; cursor?: string },
  ): Promise<ActivityPage>;
  getConnectToken(call: ClusterCall): Promise<ConnectToken>;
  listNamespaces(call: Call): Promise<NamespaceList>;
  listNodeTypes(call: Call): Promise<NodeTypeList>;
  listVolumes(call: Call): Promise<VolumeList>;
  listImages(call: Call): Promise<SparkImageList>;
  getMe(call: Call): Promise<Me>;
  getHealth(call: Call): Promise<Health>;
}
