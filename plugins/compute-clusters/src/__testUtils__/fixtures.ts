import {
  specSchema,
  type ClusterStatus,
  type ComputeCluster,
  type Namespace,
  type NodeType,
  type RunDetails,
  type PodDetails,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** The moment at which the fixtures were last seen. */
export const SEEN_AT = new Date('2026-01-02T10:00:00Z');

/** A status in the given state, as the reconciler would write it. */
export function aStatus(changes: Partial<ClusterStatus> = {}): ClusterStatus {
  const state = changes.state ?? 'ACTIVE';
  return {
    state,
    lastKnownState: state,
    reason: 'Ready',
    message: 'The driver accepts connections.',
    since: new Date('2026-01-02T09:00:00Z'),
    observedAt: SEEN_AT,
    driver: { pod: 'etl-1-abcde', ready: true, attempts: 1 },
    executors: { running: 2, pending: 0, max: 4, reason: null },
    automaticStop: null,
    ...changes,
  };
}

/** An ACTIVE multi-node cluster of the data engineers, with changes. */
export function aCluster(
  changes: Partial<ComputeCluster> = {},
): ComputeCluster {
  const name = changes.name ?? 'etl';
  const namespace = changes.namespace ?? 'data-eng';
  return {
    id: `7c1e0000-0000-4000-8000-${name.padEnd(12, '0').slice(0, 12)}`,
    kubernetesCluster: 'demo',
    namespace,
    name,
    description: '',
    ownerRef: 'group:default/data-engineering',
    entityRef: `resource:${namespace}/${name}`,
    spec: specSchema.parse({
      driver: { nodeType: 'driver-small' },
      executor: { nodeType: 'executor-small', min: 0, max: 4 },
    }),
    generation: 1,
    restartRequired: false,
    power: 'on',
    status: aStatus(),
    run: {
      id: '00000000-0000-4000-8000-000000000001',
      sequence: 1,
      generation: 1,
      startedAt: new Date('2026-01-02T08:59:00Z'),
    },
    createdBy: 'user:default/data-engineer',
    createdAt: new Date('2026-01-01T08:00:00Z'),
    updatedBy: 'user:default/data-engineer',
    updatedAt: new Date('2026-01-01T08:00:00Z'),
    deletionRequestedAt: null,
    ...changes,
  };
}

/** A run that is on, with changes. */
export function aRun(changes: Partial<RunDetails> = {}): RunDetails {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    sequence: 1,
    generation: 1,
    requestedBy: 'user:default/data-engineer',
    startedAt: new Date('2026-01-02T08:59:00Z'),
    readyAt: new Date('2026-01-02T09:00:00Z'),
    endedAt: null,
    endReason: null,
    exitCode: null,
    failureLog: null,
    cost: null,
    ...changes,
  };
}

/** A node type of this size. */
export function aNodeType(
  changes: Partial<NodeType> & { name: string },
): NodeType {
  return {
    description: 'For small jobs',
    cpu: 1000,
    memory: 8192,
    forDriver: false,
    forExecutor: false,
    spot: false,
    price: { onDemand: 21, spot: null, currency: 'USD' },
    nodeSelector: {},
    tolerations: [],
    accelerators: {},
    ...changes,
  };
}

/** The data engineers' namespace. */
export const DATA_ENG: Namespace = {
  kubernetesCluster: 'demo',
  name: 'data-eng',
  ownerRef: 'group:default/data-engineering',
  quota: {
    hard: { cpu: 64_000, memory: 524_288, pods: 200 },
    used: { cpu: 4_000, memory: 32_768, pods: 3 },
  },
};

/** Two node types for drivers and one for executors. */
export const NODE_TYPES: NodeType[] = [
  aNodeType({ name: 'driver-small', forDriver: true }),
  aNodeType({ name: 'driver-medium', forDriver: true, memory: 16_384 }),
  aNodeType({
    name: 'executor-small',
    forExecutor: true,
    cpu: 2000,
    memory: 16_384,
    spot: true,
  }),
];

/** A driver that runs. */
export const aPod = (changes: Partial<PodDetails>): PodDetails => ({
  name: 'etl-1-abcde',
  component: 'driver',
  run: 1,
  phase: 'Running',
  live: true,
  logs: 'live',
  startedAt: SEEN_AT,
  endedAt: null,
  ...changes,
});
