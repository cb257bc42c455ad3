export { checkQuota } from './checkQuota';
export { checkReferences, type ClusterReferences } from './checkReferences';
export {
  configureClusterRequestSchema,
  type ParsedConfigureClusterRequest,
} from './configureClusterRequestSchema';
export {
  createClusterRequestSchema,
  type ParsedCreateClusterRequest,
} from './createClusterRequestSchema';
export {
  platformOwnedEnvironment,
  platformOwnedProperty,
} from './platformOwnedProperties';
export { OWNERSHIP_REASONS, type OwnershipReason } from './ownershipReasons';
export { type ProblemParams } from './problem';
export {
  detailedProblemsOf,
  problemsOfZodError,
  type DetailedProblem,
} from './problemsOfZodError';
export { specInputOf } from './specInputOf';
export { specSchema } from './specSchema';
export { volumeSchema } from './volumeSchema';
