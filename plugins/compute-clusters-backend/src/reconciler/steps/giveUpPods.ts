import { isKubernetesError } from '../../kubernetes/isKubernetesError';
import {
  KubernetesGateway,
  ObjectRef,
} from '../../kubernetes/KubernetesGateway';
import { ObservedPod } from '../ObservedCluster';

/** By it the Job controller sees to it that no pod goes uncounted; on a lost node it keeps the pod for ever. */
const JOB_TRACKING = 'batch.kubernetes.io/job-tracking';

/** How often Kubernetes may have written to the pod between our reading and writing it. */
const MAX_CONFLICTS = 5;

/**
 * Deletes pods on lost nodes by force, so that Kubernetes goes on without them. The containers may run on, on their
 * node.
 */
export async function giveUpPods(
  gateway: KubernetesGateway,
  namespace: string,
  pods: Pick<ObservedPod, 'pod' | 'uid'>[],
): Promise<void> {
  await Promise.all(
    pods.map(async ({ pod, uid }) => {
      const ref = { apiVersion: 'v1', kind: 'Pod', namespace, name: pod };
      await stopTracking(gateway, ref, uid);
      await gateway.delete(ref, { uid, force: true });
    }),
  );
}

async function stopTracking(
  gateway: KubernetesGateway,
  ref: ObjectRef,
  uid: string,
): Promise<void> {
  for (let conflicts = 0; ; conflicts += 1) {
    try {
      return await removeFinalizer(gateway, ref, uid);
    } catch (error) {
      if (!isKubernetesError(error, 'Conflict') || conflicts >= MAX_CONFLICTS) {
        throw error;
      }
    }
  }
}

/** Only from the pod as it was read: a merge patch replaces the finalizers that others have added. */
async function removeFinalizer(
  gateway: KubernetesGateway,
  ref: ObjectRef,
  uid: string,
): Promise<void> {
  const { metadata } = (await gateway.read(ref)) ?? {};
  const finalizers = metadata?.finalizers ?? [];
  if (metadata?.uid !== uid || !finalizers.includes(JOB_TRACKING)) {
    return;
  }
  await gateway.merge(ref, {
    metadata: {
      uid,
      resourceVersion: metadata.resourceVersion,
      finalizers: finalizers.filter(finalizer => finalizer !== JOB_TRACKING),
    },
  });
}
