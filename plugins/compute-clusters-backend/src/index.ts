/**
 * Back end of compute clusters: Apache Spark on Kubernetes, owned by teams.
 *
 * @packageDocumentation
 */
export { computeClustersPlugin as default } from './plugin';
export { computeClustersPlugin } from './plugin';
export {
  computeClusterConditions,
  createComputeClusterConditionalDecision,
} from './permissions';
export type { ClusterRuleFilter } from './permissions';
export type { ClusterFilter, NamespaceKey } from './database';
