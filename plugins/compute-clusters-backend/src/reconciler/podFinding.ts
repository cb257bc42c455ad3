import { hasEnded, isOnLostNode, lostItsNode } from '../kubernetes/podState';
import {
  ContainerRecord,
  MountFailureRecord,
  PodRecord,
} from '../kubernetes/records';
import { because } from './because';
import { Finding } from './reasons';
import { terminationFinding } from './terminationFinding';
import { waitingFinding } from './waitingFinding';

/** What a pod of a cluster is at, in a word and in a sentence; `who` is `driver` or `executor`. */
export function podFinding(
  pod: PodRecord,
  mountFailures: MountFailureRecord[] = [],
): Finding {
  const { container } = pod;
  if (isOnLostNode(pod) || lostItsNode(pod)) {
    return nodeLost(pod);
  }
  if (isEvicted(pod)) {
    return evicted(pod);
  }
  if (pod.deletingAt !== undefined) {
    return {
      reason: 'Terminating',
      message: `The ${pod.component} pod ${pod.name} is being deleted.`,
    };
  }
  if (hasEnded(pod)) {
    return endFinding(pod);
  }
  if (container?.state === 'running') {
    return runningFinding(pod, container.startedAt);
  }
  const waiting = container?.state === 'waiting' ? container : undefined;
  return waitingFinding(pod, waiting, mountFailures);
}

/** Why a pod ended that has ended, whatever is done with it since. */
export function endFinding(pod: PodRecord): Finding {
  const { container, component } = pod;
  if (isOnLostNode(pod) || lostItsNode(pod)) {
    return nodeLost(pod);
  }
  if (isEvicted(pod)) {
    return evicted(pod);
  }
  if (container?.state === 'terminated') {
    return terminationFinding(pod, container);
  }
  return {
    reason: component === 'driver' ? 'DriverExited' : 'ExecutorExited',
    message: `The ${component} pod ${pod.name} has ended${because(
      pod.message ?? pod.reason,
    )}.`,
  };
}

function isEvicted(pod: PodRecord): boolean {
  return pod.disrupted?.status === 'True' || pod.reason === 'Evicted';
}

function evicted(pod: PodRecord): Finding {
  const cause = pod.disrupted?.message ?? pod.message ?? pod.disrupted?.reason;
  return {
    reason: 'Evicted',
    message: `Kubernetes evicted the ${pod.component} from its node${because(
      cause,
    )}; it starts again elsewhere by itself.`,
  };
}

function nodeLost(pod: PodRecord): Finding {
  const node = `Node ${pod.node ?? '(unknown)'} of the ${pod.component}`;
  return {
    reason: 'NodeLost',
    message: lostItsNode(pod)
      ? `${node} was removed; the ${pod.component} starts again elsewhere by itself.`
      : `${node} does not answer, and the ${pod.component} may still run there; Kubernetes replaces it once the node is back: ask the platform team, or give the pod up.`,
  };
}

function runningFinding(
  pod: PodRecord,
  startedAt: Extract<ContainerRecord, { state: 'running' }>['startedAt'],
): Finding {
  if (pod.ready?.status === 'True') {
    return { reason: 'Ready', message: 'The driver is ready.' };
  }
  if (wasReady(pod, startedAt)) {
    return {
      reason: 'NotReady',
      message:
        'The driver runs but does not answer on its Thrift port; if it stays so, look at its log and restart the cluster.',
    };
  }
  return {
    reason: 'StartingSpark',
    message: 'Spark starts in the driver; this takes up to a minute.',
  };
}

/** Whether a running pod lost its readiness, rather than never having had it. */
function wasReady(pod: PodRecord, startedAt: number): boolean {
  // Kubernetes sets the first False before the container starts, in whole seconds.
  return (pod.ready?.since ?? 0) > startedAt + 2_000;
}
