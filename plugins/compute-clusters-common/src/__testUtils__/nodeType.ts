import { NodeType } from '../schema/openapi';

/** A node type for tests; 1 vCPU and 8 GiB for everything, if nothing else is said. */
export function nodeType(overrides: Partial<NodeType> = {}): NodeType {
  return {
    name: 'driver-small',
    description: '',
    cpu: 1000,
    memory: 8192,
    forDriver: true,
    forExecutor: true,
    spot: false,
    price: null,
    nodeSelector: {},
    tolerations: [],
    accelerators: {},
    ...overrides,
  };
}
