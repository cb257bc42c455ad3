export type { ClusterObjectInput } from './ClusterObjectInput';
export { clusterConfigMap } from './clusterConfigMap';
export { clientService } from './clientService';
export { clusterSecret, connectTokenOf } from './clusterSecret';
export { driverAccessObjects } from './driverAccessObjects';
export { platformEnvironment, userEnvironment } from './driverEnvironment';
export { masterOf, podProperties } from './driverProperties';
export { driverJob } from './driverJob';
export {
  clusterLabels,
  clusterSelector,
  driverSelector,
  EXPOSED_AS,
  LABELS,
  managedLabels,
  MANAGED_SELECTOR,
  runLabels,
  type Component,
} from './labels';
export { CLUSTER_IP, type Exposure } from './Exposure';
export { exposureObjects } from './exposure/exposureObjects';
export { externalServiceName } from './exposure/externalService';
export { connectHost, thriftHost } from './exposure/hostOf';
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
export {
  MANIFEST_KEY,
  withManifest,
  type ClusterManifest,
} from './clusterManifest';
export { fromLiteral } from './literal';
export { namespaceObject } from './namespaceObject';
export type { NamespaceLimits } from './NamespaceLimits';
export { networkPolicy } from './networkPolicy';
export { soundsSecret } from './properties/redaction';
export { propertiesOf, type SparkProperty } from './properties/SparkProperty';
export { resourceQuota } from './resourceQuota';
export { thriftPort } from './thriftPort';
export { sparkProperties } from './sparkProperties';
export { userSecret, userSecretName, type UserSecretOwner } from './userSecret';
