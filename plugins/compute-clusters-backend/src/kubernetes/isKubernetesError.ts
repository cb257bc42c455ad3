import { KubernetesError, KubernetesErrorCode } from './KubernetesError';

/** Whether it is an error of Kubernetes with one of the codes. */
export function isKubernetesError(
  error: unknown,
  ...codes: KubernetesErrorCode[]
): error is KubernetesError {
  return error instanceof KubernetesError && codes.includes(error.code);
}

/** Whether Kubernetes answered, with a fault of its own: an outage is silent. */
export function isServerError(error: unknown): error is KubernetesError {
  return error instanceof KubernetesError && (error.status ?? 0) >= 500;
}
