/**
 * Back end of compute clusters: Apache Spark on Kubernetes, owned by teams.
 *
 * @packageDocumentation
 */
export { computeClustersPlugin as default } from './plugin';
export { computeClustersPlugin } from './plugin';
export {
  computeClusterConditions,
  computeClusterRules,
  createComputeClusterConditionalDecision,
} from './permissions';
