/**
 * Compute clusters for the classic frontend system.
 *
 * @packageDocumentation
 */
export {
  computeClustersPlugin,
  ComputeClustersPage,
  EntityComputeClusterCard,
  EntityOwnedComputeClustersCard,
} from './legacy/plugin';
export { computeClustersApiRef } from './api/ComputeClustersApi';
export { isComputeCluster } from './isComputeCluster';
export { computeClustersTranslationRef } from './translation';
