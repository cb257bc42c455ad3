/**
 * Compute clusters for the new frontend system; `./legacy` is for the classic one.
 *
 * @packageDocumentation
 */
export { computeClustersPlugin as default } from './new/plugin';
export { computeClustersApiRef } from './api/ComputeClustersApi';
export { isComputeCluster } from './isComputeCluster';
export { mayDependOnComputeClusters } from './mayDependOnComputeClusters';
export { computeClustersTranslationRef } from './translation';
