export type {
  ComputeClustersConfig,
  KubernetesClusterConfig,
  NodeTypeSeed,
  VolumeSeed,
} from './ComputeClustersConfig';
export { DEFAULT_NODE_TYPES } from './defaultNodeTypes';
export { exposureOf } from './exposureOf';
export { readComputeClustersConfig } from './readComputeClustersConfig';
