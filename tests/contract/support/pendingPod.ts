import type { V1Pod } from '@kubernetes/client-node';

/** A pod that no node takes. */
export function pendingPod(namespace: string, name: string): V1Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: {
      nodeSelector: { nowhere: 'true' },
      containers: [{ name: 'a', image: 'a' }],
    },
  };
}
