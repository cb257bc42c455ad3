import type { V1Secret } from '@kubernetes/client-node';
import { staleKeys } from '../userSecrets';
import { KubernetesGateway } from './KubernetesGateway';
import { userSecretName, UserSecretOwner } from './objects';

/** Removes the secret values that nothing refers to any more, but no young ones: a request may be about to. */
export async function pruneUserSecret(
  gateway: KubernetesGateway,
  owner: UserSecretOwner,
  options: { kept: string[]; now: Date },
): Promise<void> {
  const ref = {
    apiVersion: 'v1',
    kind: 'Secret',
    namespace: owner.namespace,
    name: userSecretName(owner),
  };
  const secret = await gateway.read<V1Secret>(ref);
  const stale = staleKeys(Object.keys(secret?.data ?? {}), options);
  if (stale.length > 0) {
    const data = Object.fromEntries(stale.map(key => [key, null]));
    await gateway.merge(ref, { data });
  }
}
