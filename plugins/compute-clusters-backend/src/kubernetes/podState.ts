import { PodRecord } from './records';

/** Reasons of the condition DisruptionTarget that say that the pod's node is gone for good. */
const NODE_GONE = new Set(['DeletionByPodGC', 'NodeGone']);

/** It serves: it takes requests, and nobody has asked it to go. */
export function isReady(pod: PodRecord): boolean {
  return (
    pod.ready?.status === 'True' && pod.phase === 'Running' && isWanted(pod)
  );
}

/** Nobody has asked it to go. */
export function isWanted(pod: PodRecord): boolean {
  return pod.deletingAt === undefined;
}

/** It has ended by itself, for good or bad. */
export function hasEnded(pod: PodRecord): boolean {
  return (
    pod.phase === 'Failed' ||
    pod.phase === 'Succeeded' ||
    // A second or two before the phase says so.
    pod.container?.state === 'terminated'
  );
}

/**
 * Its node does not answer any more: the node controller takes readiness away without a reason of its own, and the
 * kubelet, which always gives one, has no say. The pod goes on saying that it runs, and may do so.
 */
export function isOnLostNode(pod: PodRecord): boolean {
  return (
    pod.container?.state === 'running' &&
    (pod.ready?.status === 'Unknown' ||
      (pod.ready?.status === 'False' && !pod.ready.reason))
  );
}

/** Its node was deleted, and Kubernetes cleared it away. */
export function lostItsNode(pod: PodRecord): boolean {
  return (
    pod.disrupted?.status === 'True' &&
    NODE_GONE.has(pod.disrupted.reason ?? '')
  );
}
