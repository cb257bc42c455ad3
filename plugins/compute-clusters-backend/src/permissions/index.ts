export { computeClusterResourceRef } from './computeClusterResourceRef';
export type { ClusterRuleFilter } from './computeClusterResourceRef';
export { registerPermissions } from './registerPermissions';
export {
  computeClusterConditions,
  computeClusterRules,
  createComputeClusterConditionalDecision,
} from './rules';
