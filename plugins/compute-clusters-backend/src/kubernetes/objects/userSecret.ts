import { V1Secret } from '@kubernetes/client-node';
import { clusterSelector, managedLabels } from './labels';
import { clusterObjectName } from './names';

/** Whose secret values they are. */
export interface UserSecretOwner {
  clusterId: string;
  namespace: string;
  /** Of the compute cluster. */
  name: string;
}

/** The id keeps it apart from the Secrets of clusters that had this name, or were refused it. */
export function userSecretName(
  owner: Pick<UserSecretOwner, 'clusterId' | 'name'>,
): string {
  return `${clusterObjectName(owner)}-values-${owner.clusterId}`;
}

/** The Secret that keeps the values which users gave; each under a key of its own. */
export function userSecret(
  owner: UserSecretOwner,
  values: Record<string, string>,
): V1Secret {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: userSecretName(owner),
      namespace: owner.namespace,
      labels: { ...managedLabels(), ...clusterSelector(owner) },
    },
    type: 'Opaque',
    data: Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        Buffer.from(value, 'utf8').toString('base64'),
      ]),
    ),
  };
}
