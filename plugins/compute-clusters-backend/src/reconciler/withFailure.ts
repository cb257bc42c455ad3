import { ObservedStatus } from '../database';
import { KubernetesError } from '../kubernetes/KubernetesError';
import { because } from './because';

/** Tells that what is to be done does not get through, and that nobody need do anything about the cluster. */
export function withFailure(
  status: ObservedStatus,
  error: KubernetesError,
): ObservedStatus {
  const words = because(error.message);
  return {
    ...status,
    message: `${status.message} Kubernetes answers with an error${words}; the portal tries again by itself. If it stays, tell the platform team.`,
  };
}
