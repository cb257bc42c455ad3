import { V1LimitRange } from '@kubernetes/client-node';
import { managedLabels } from './labels';
import { NAMESPACE_OBJECT } from './names';

/**
 * Defaults for containers that say nothing: under a quota on CPU and memory Kubernetes refuses pods without requests and
 * limits. Ours always say theirs; this is for whatever else a team runs beside them.
 */
export function limitRange(namespace: string): V1LimitRange {
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: {
      name: NAMESPACE_OBJECT,
      namespace,
      labels: managedLabels(),
    },
    spec: {
      limits: [
        {
          type: 'Container',
          defaultRequest: { cpu: '100m', memory: '256Mi' },
          _default: { cpu: '1', memory: '1Gi' },
        },
      ],
    },
  };
}
