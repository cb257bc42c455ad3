export type { ClusterObjectInput } from './ClusterObjectInput';
export { clusterConfigMap } from './clusterConfigMap';
export { clientService } from './clientService';
export { clusterSecret, connectTokenOf } from './clusterSecret';
export { driverAccessObjects } from './driverAccessObjects';
export { driverJob } from './driverJob';
export {
  clusterLabels,
  clusterSelector,
  driverSelector,
  LABELS,
  managedLabels,
  MANAGED_SELECTOR,
  runLabels,
  type Component,
} from './labels';
export { limitRange } from './limitRange';
export {
  clusterObjectName,
  CONNECT_TOKEN_KEY,
  DRIVER_ACCOUNT,
  DRIVER_CONTAINER,
  EXECUTOR_ACCOUNT,
  EXECUTOR_CONTAINER,
  FIELD_MANAGER,
  NAMESPACE_OBJECT,
  PORTS,
  runJobName,
} from './names';
export { namespaceObject } from './namespaceObject';
export type { NamespaceLimits } from './NamespaceLimits';
export { networkPolicy } from './networkPolicy';
export { resourceQuota } from './resourceQuota';
export { sparkProperties } from './sparkProperties';
