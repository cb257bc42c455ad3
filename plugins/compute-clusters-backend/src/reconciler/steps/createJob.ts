import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ClusterObjectInput, driverJob } from '../../kubernetes/objects';
import { createOrRead } from './ownedObject';

/**
 * Creates the Job of a run. One that is there already was made before a backend was killed, or by a backend that lost
 * its lease meanwhile: it is the same, by its name.
 *
 * @returns whether the Job stands; false if one of that name is on its way out
 */
export async function createJob(
  gateway: KubernetesGateway,
  input: ClusterObjectInput,
): Promise<boolean> {
  const existing = await createOrRead(
    gateway,
    driverJob(input),
    input.clusterId,
  );
  return !existing?.metadata?.deletionTimestamp;
}
