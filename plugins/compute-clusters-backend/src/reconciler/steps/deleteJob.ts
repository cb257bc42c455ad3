import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { runJobName } from '../../kubernetes/objects';
import { belongsTo } from './ownedObject';

/** Names the Job of a run, with its uid where a watch has shown it. */
export interface JobToDelete {
  clusterId: string;
  namespace: string;
  /** Of the compute cluster. */
  name: string;
  run: number;
  uid?: string;
}

/**
 * Deletes the Job of a run with everything that it owns. Only the object with this uid, or without one only what
 * carries the cluster's id.
 *
 * @returns whether there was one
 */
export async function deleteJob(
  gateway: KubernetesGateway,
  job: JobToDelete,
): Promise<boolean> {
  const ref = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    namespace: job.namespace,
    name: runJobName({ name: job.name, run: { sequence: job.run } }),
  };
  const uid = job.uid ?? (await findUid());
  return uid !== undefined && (await gateway.delete(ref, { uid }));

  async function findUid() {
    const existing = await gateway.read(ref);
    return existing && belongsTo(existing, job.clusterId)
      ? existing.metadata?.uid
      : undefined;
  }
}
