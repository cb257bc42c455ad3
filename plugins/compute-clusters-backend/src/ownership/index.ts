export type {
  NamespaceMapping,
  NamespaceQuotaSetting,
} from './NamespaceMapping';
export { checkNamespaceMappings } from './checkNamespaceMappings';
export type { MappingProblem } from './checkNamespaceMappings';
export { isFullOwnerRef } from './isFullOwnerRef';
export { NamespaceMappings } from './NamespaceMappings';
export { toQuotaLimits } from './toQuotaLimits';
export { toNamespaceKey } from './toNamespaceKey';
