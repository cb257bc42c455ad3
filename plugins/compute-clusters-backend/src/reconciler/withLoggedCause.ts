import { LoggedFailure } from '../database/records';
import { ClusterObjects, PodRecord } from '../kubernetes/records';
import { leavesCauseOpen } from '../logs/causeIn';

/**
 * The objects of a cluster, with the cause that the log of a failed driver tells where Kubernetes handed over too little of
 * it: at most its last 80 lines and 2 KiB, which may be frames of a stack trace and nothing else. Pure.
 */
export function withLoggedCause(
  objects: ClusterObjects,
  failure: LoggedFailure | null | undefined,
): ClusterObjects {
  if (!failure) {
    return objects;
  }
  const tell = (pod: PodRecord) =>
    pod.uid === failure.podUid ? withCause(pod, failure.cause) : pod;
  return {
    ...objects,
    pods: objects.pods.map(tell),
    gone: objects.gone.map(tell),
  };
}

function withCause(pod: PodRecord, cause: string): PodRecord {
  const { container } = pod;
  return container?.state === 'terminated' && leavesCauseOpen(container.message)
    ? { ...pod, container: { ...container, message: cause } }
    : pod;
}
