import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { newConnectToken } from '../../kubernetes/newConnectToken';
import {
  ClusterObjectInput,
  clusterSecret,
  connectTokenOf,
} from '../../kubernetes/objects';
import { createOrRead } from './ownedObject';

/** Puts the cluster's Secret there. A Connect token that exists is kept: clients hold it. */
export async function applySecret(
  gateway: KubernetesGateway,
  input: ClusterObjectInput,
): Promise<void> {
  const connectToken = newConnectToken();
  const existing = await createOrRead(
    gateway,
    clusterSecret({ ...input, connectToken }),
    input.clusterId,
  );
  if (existing) {
    const kept = connectTokenOf(existing) || connectToken;
    const secret = clusterSecret({ ...input, connectToken: kept });
    const { resourceVersion } = existing.metadata ?? {};
    // Only over what was read: the token may be rotated meanwhile.
    await gateway.apply({
      ...secret,
      metadata: { ...secret.metadata, resourceVersion },
    });
  }
}
