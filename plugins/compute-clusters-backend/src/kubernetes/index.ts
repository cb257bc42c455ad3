export {
  KubernetesConnection,
  type KubernetesConnectionOptions,
} from './KubernetesConnection';
export {
  KubernetesConnections,
  type KubernetesAccess,
} from './KubernetesConnections';
export { KubernetesError, type KubernetesErrorCode } from './KubernetesError';
export type { KubernetesGateway, ObjectRef } from './KubernetesGateway';
export { loadKubeConfig } from './loadKubeConfig';
export type { ObjectWatcher, ResourceUse } from './ObjectWatcher';
export * from './objects';
export * from './records';
