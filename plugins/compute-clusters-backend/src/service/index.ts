export { AuditedComputeClusterService } from './AuditedComputeClusterService';
export { AuthorizedComputeClusterService } from './AuthorizedComputeClusterService';
export { Callers } from './Callers';
export type { Caller } from './Callers';
export { ClusterAccess } from './ClusterAccess';
export { ClusterGate } from './ClusterGate';
export { clusterListFilterSchema } from './clusterListFilterSchema';
export { ClusterPresenter } from './ClusterPresenter';
export type {
  Call,
  ClusterCall,
  ClusterCommand,
  ClusterListFilter,
  ComputeClusterService,
  HttpRequest,
  ListCall,
} from './ComputeClusterService';
export { createComputeClusterService } from './createComputeClusterService';
export type { ComputeClusterServiceDeps } from './createComputeClusterService';
export {
  decodeEventCursor,
  decodeRunCursor,
  encodeEventCursor,
  encodeRunCursor,
} from './cursors';
export { DefaultComputeClusterService } from './DefaultComputeClusterService';
export {
  ClusterNotFoundError,
  InvalidClusterError,
  MalformedRequestError,
  WrongStateError,
} from './errors';
export { textWithoutNul } from './textWithoutNul';
export type {
  ConnectTokens,
  DesiredChangeListener,
  KubernetesHealth,
  QuotaUse,
  SecretOwner,
  UserSecrets,
} from './ports';
