export {
  KubernetesConnection,
  type KubernetesConnectionOptions,
} from './KubernetesConnection';
export {
  KubernetesConnections,
  type KubernetesAccess,
} from './KubernetesConnections';
export { KubernetesConnectTokens } from './KubernetesConnectTokens';
export { KubernetesError, type KubernetesErrorCode } from './KubernetesError';
export type { KubernetesGateway, ObjectRef } from './KubernetesGateway';
export { isKubernetesError } from './isKubernetesError';
export type { Answer } from './http/TransportRequest';
export { toKubernetesError } from './toKubernetesError';
export { listEvents } from './listEvents';
export { KubernetesQuotaUse } from './KubernetesQuotaUse';
export { KubernetesUserSecrets } from './KubernetesUserSecrets';
export { loadKubeConfig } from './loadKubeConfig';
export { PodProxy, podProxyPath, type PodPort } from './PodProxy';
export { openConnections } from './openConnections';
export { mayBeSilent, PodLogs, type PodLogRequest } from './PodLogs';
export type { ObjectWatcher, ResourceUse } from './ObjectWatcher';
export * from './objects';
export * from './podState';
export * from './records';
export type { RequestListener } from './RequestListener';
export * from './spark';
