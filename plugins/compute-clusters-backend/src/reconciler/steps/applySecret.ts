import { randomBytes } from 'crypto';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import {
  ClusterObjectInput,
  clusterSecret,
  connectTokenOf,
} from '../../kubernetes/objects';
import { createOrRead } from './ownedObject';

const TOKEN_BYTES = 32;

/** Puts the cluster's Secret there. A Connect token that exists is kept: clients hold it. */
export async function applySecret(
  gateway: KubernetesGateway,
  input: ClusterObjectInput,
): Promise<void> {
  const connectToken = randomBytes(TOKEN_BYTES).toString('base64url');
  const existing = await createOrRead(
    gateway,
    clusterSecret({ ...input, connectToken }),
    input.clusterId,
  );
  if (existing) {
    const kept = connectTokenOf(existing) || connectToken;
    await gateway.apply(clusterSecret({ ...input, connectToken: kept }));
  }
}
