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
export { problemsOfZodError } from './problemsOfZodError';
export { specInputOf } from './specInputOf';
export { specSchema } from './specSchema';
