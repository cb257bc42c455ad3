/**
 * Compute clusters for the classic frontend system.
 *
 * @packageDocumentation
 */
export { computeClustersPlugin, ComputeClustersPage } from './legacy/plugin';
export {
  EntityComputeClusterActivityContent,
  EntityComputeClusterCard,
  EntityComputeClusterConfigurationContent,
  EntityComputeClusterConnectionsContent,
  EntityComputeClusterDetailsContent,
  EntityComputeClusterEventsContent,
  EntityComputeClusterLogsContent,
  EntityComputeClusterUsageContent,
  EntityDependsOnComputeClustersCard,
  EntityOwnedComputeClustersCard,
} from './legacy/entityPieces';
export {
  ComputeClusterNamespaceField,
  ComputeClusterNodeTypeField,
} from './legacy/formFields';
export {
  useComputeClusterMenu,
  type ComputeClusterMenu,
} from './legacy/useComputeClusterMenu';
export { computeClustersApiRef } from './api/ComputeClustersApi';
export { isComputeCluster } from './isComputeCluster';
export { mayDependOnComputeClusters } from './mayDependOnComputeClusters';
export { computeClustersTranslationRef } from './translation';
