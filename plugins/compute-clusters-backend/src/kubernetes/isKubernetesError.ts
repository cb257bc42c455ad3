import { KubernetesError, KubernetesErrorCode } from './KubernetesError';

/** Whether it is an error of Kubernetes with one of the codes. */
export function isKubernetesError(
  error: unknown,
  ...codes: KubernetesErrorCode[]
): error is KubernetesError {
  return error instanceof KubernetesError && codes.includes(error.code);
}
