import { V1ResourceQuota } from '@kubernetes/client-node';
import { managedLabels } from './labels';
import { NAMESPACE_OBJECT } from './names';
import { NamespaceLimits } from './NamespaceLimits';

/** The quota of a team's namespace. Limits count like requests, since ours are the same and others must not exceed them. */
export function resourceQuota(limits: NamespaceLimits): V1ResourceQuota {
  const { cpu, memoryGiB, pods } = limits.quota;
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: {
      name: NAMESPACE_OBJECT,
      namespace: limits.namespace,
      labels: managedLabels(),
    },
    spec: {
      hard: {
        ...(cpu !== undefined && both('cpu', String(cpu))),
        ...(memoryGiB !== undefined && both('memory', `${memoryGiB}Gi`)),
        ...(pods !== undefined && { pods: String(pods) }),
      },
    },
  };
}

function both(resource: string, quantity: string): Record<string, string> {
  return {
    [`requests.${resource}`]: quantity,
    [`limits.${resource}`]: quantity,
  };
}
