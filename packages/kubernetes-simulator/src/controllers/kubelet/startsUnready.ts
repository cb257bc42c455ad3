import type { Pod } from '../../objects/Pod';

/** Marks the pods of compute clusters as drivers and executors. */
export const COMPONENT_LABEL = 'compute-clusters.backstage.io/component';

/** Whether a pod is the driver of a compute cluster. */
export function isDriver(pod: Pod): boolean {
  return pod.metadata.labels?.[COMPONENT_LABEL] === 'driver';
}

/** Drivers, and whatever has a probe, need a while until they are ready; other pods are ready as soon as they run. */
export function startsUnready(pod: Pod): boolean {
  return (
    isDriver(pod) ||
    pod.spec.containers.some(
      container => 'readinessProbe' in container || 'startupProbe' in container,
    )
  );
}
