/**
 * What other back-end code needs to work with compute clusters: their service and their extension points.
 *
 * @packageDocumentation
 */
export {
  kubernetesSimulatorExtensionPoint,
  type KubernetesSimulatorExtensionPoint,
  type KubernetesSimulatorProvider,
} from './kubernetesSimulatorExtensionPoint';
export {
  namespaceMappingsExtensionPoint,
  type NamespaceMapping,
  type NamespaceMappingsExtensionPoint,
} from './namespaceMappingsExtensionPoint';
export { computeClustersServiceRef } from './computeClustersServiceRef';
export type {
  ComputeClustersService,
  ComputeClustersServiceOptions,
} from './ComputeClustersService';
export { DefaultComputeClustersService } from './DefaultComputeClustersService';
