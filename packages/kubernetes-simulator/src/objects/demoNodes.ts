import type { ObjectDraft } from './KubernetesObject';

/**
 * A node to start with.
 *
 * @public
 */
export interface NodeOptions {
  name: string;
  capacity?: Record<string, string>;
  labels?: Record<string, string>;
  taints?: Array<{ key: string; value?: string; effect: string }>;
}

const CAPACITY = { cpu: '64', memory: '512Gi', pods: '5000' };

/** The nodes of a cluster that nobody describes. */
export const DEFAULT_NODES: NodeOptions[] = [
  { name: 'simulated-1' },
  { name: 'simulated-2' },
  { name: 'simulated-3' },
];

/** A node that is ready. */
export function nodeDraft(options: NodeOptions, time: string): ObjectDraft {
  const { name, capacity = CAPACITY, labels, taints } = options;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        type: 'simulated',
        ...labels,
      },
    },
    spec: { ...(taints ? { taints } : {}) },
    status: {
      capacity,
      allocatable: capacity,
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'Simulated',
          lastHeartbeatTime: time,
          lastTransitionTime: time,
        },
      ],
      nodeInfo: { kubeletVersion: 'v1.35.4', operatingSystem: 'linux' },
    },
  };
}
