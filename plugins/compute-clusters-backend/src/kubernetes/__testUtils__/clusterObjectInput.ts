import {
  ComputeClusterSpec,
  NodeType,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { testSpec } from '../../database/__testUtils__';
import { CLUSTER_IP, ClusterObjectInput } from '../objects';

/** A node type with what a test says of it. */
export function nodeType(values: Partial<NodeType> = {}): NodeType {
  return {
    name: 'small',
    description: '',
    cpu: 1000,
    memory: 4096,
    forDriver: true,
    forExecutor: true,
    spot: true,
    price: null,
    nodeSelector: {},
    tolerations: [],
    accelerators: {},
    ...values,
  };
}

/** A whole multi-node specification with what a test says of it. */
export function spec(
  values: Partial<ComputeClusterSpec> = {},
): ComputeClusterSpec {
  return testSpec({
    driver: { nodeType: 'small' },
    executor: {
      nodeType: 'small',
      min: 0,
      max: 4,
      spot: false,
      volume: null,
    },
    ...values,
  });
}

/** What a single-node specification differs in. */
export const SINGLE_NODE = {
  deploymentType: 'single-node',
  executor: null,
  autoScaling: null,
} as const;

/** The input of all builders, for the third run of a cluster `etl`. */
export function clusterObjectInput(
  values: Partial<ClusterObjectInput> = {},
): ClusterObjectInput {
  const base = values.spec ?? spec();
  return {
    clusterId: '7c1e4d1e-0000-4000-8000-000000000001',
    name: 'etl',
    namespace: 'data-eng',
    run: { sequence: 3 },
    spec: base,
    driverNodeType: nodeType(),
    executorNodeType: base.executor ? nodeType() : null,
    volume: null,
    image: 'docker.io/apache/spark:4.3.0',
    exposure: CLUSTER_IP,
    connectToken: 't0ken',
    ...values,
  };
}
