import { NodeTypeSeed } from './ComputeClustersConfig';

const MIB_PER_GIB = 1024;

/** Node types of an installation that configures none. They have no price: only the platform team knows it. */
export const DEFAULT_NODE_TYPES: NodeTypeSeed[] = [
  nodeType('driver', 'small', 1, 8),
  nodeType('driver', 'medium', 2, 16),
  nodeType('driver', 'large', 4, 32),
  nodeType('driver', 'x-large', 8, 64),
  nodeType('executor', 'small', 2, 16),
  nodeType('executor', 'medium', 4, 32),
  nodeType('executor', 'large', 8, 64),
  nodeType('executor', 'x-large', 16, 128),
];

function nodeType(
  role: 'driver' | 'executor',
  size: string,
  cores: number,
  gib: number,
): NodeTypeSeed {
  return {
    name: `${role}-${size}`,
    description: `${cores} vCPU, ${gib} GiB`,
    cpu: cores * 1000,
    memory: gib * MIB_PER_GIB,
    forDriver: role === 'driver',
    forExecutor: role === 'executor',
    spot: false,
    price: null,
    nodeSelector: {},
    tolerations: [],
    accelerators: {},
    locked: false,
  };
}
