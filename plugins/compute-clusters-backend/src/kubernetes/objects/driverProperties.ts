import { ClusterObjectInput } from './ClusterObjectInput';
import { driverSize } from './driverSize';

/** Where a driver finds its executors: in Kubernetes, or in itself. */
export function masterOf(input: ClusterObjectInput): string {
  return input.spec.executor
    ? 'k8s://https://$(KUBERNETES_SERVICE_HOST):$(KUBERNETES_SERVICE_PORT)'
    : `local[${driverSize(input).taskSlots}]`;
}

/**
 * What only the pod knows. Executors dial the bind address, so it is the pod's IP like the host. The names come from the
 * pod's own: the executors of a new attempt must not collide with those that an earlier one left.
 */
export function podProperties(
  input: ClusterObjectInput,
): Record<string, string> {
  const everywhere = {
    'spark.driver.host': '$(POD_IP)',
    'spark.driver.bindAddress': '$(POD_IP)',
  };
  return input.spec.executor
    ? {
        ...everywhere,
        'spark.app.id': '$(POD_NAME)',
        'spark.kubernetes.driver.pod.name': '$(POD_NAME)',
        'spark.kubernetes.executor.podNamePrefix': '$(POD_NAME)',
      }
    : everywhere;
}
