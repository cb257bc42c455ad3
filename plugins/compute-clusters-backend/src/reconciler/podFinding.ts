import { ContainerRecord, PodRecord } from '../kubernetes/records';
import { because } from './because';
import { Finding } from './reasons';
import { terminationFinding } from './terminationFinding';

const IMAGE_PROBLEMS = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
]);

const CONFIG_PROBLEMS = new Set([
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

/** What a pod of a cluster is at, in a word and in a sentence; `who` is `driver` or `executor`. */
export function podFinding(pod: PodRecord): Finding {
  const who = pod.component;
  if (pod.disrupted?.status === 'True' || pod.reason === 'Evicted') {
    return evicted(pod);
  }
  if (pod.deletingAt !== undefined) {
    return {
      reason: 'Terminating',
      message: `The ${who} pod ${pod.name} is being deleted.`,
    };
  }
  if (pod.container?.state === 'terminated') {
    return terminationFinding(pod, pod.container);
  }
  if (pod.phase === 'Failed' || pod.phase === 'Succeeded') {
    return {
      reason: 'DriverExited',
      message: `The ${who} pod ${pod.name} has ended${because(
        pod.message ?? pod.reason,
      )}.`,
    };
  }
  if (pod.container?.state === 'running') {
    return runningFinding(pod, pod.container.startedAt);
  }
  return pendingFinding(pod, pod.container);
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

function runningFinding(pod: PodRecord, startedAt: number): Finding {
  if (pod.ready?.status === 'True') {
    return { reason: 'Ready', message: 'The driver is ready.' };
  }
  // The node controller takes readiness away without a reason of its own; the kubelet always gives one.
  if (
    pod.ready?.status === 'Unknown' ||
    (pod.ready?.status === 'False' && !pod.ready.reason)
  ) {
    return {
      reason: 'NodeLost',
      message: `Node ${pod.node ?? '(unknown)'} of the ${
        pod.component
      } does not answer; Kubernetes replaces the pod once the node is back or given up, ask the platform team.`,
    };
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

function pendingFinding(
  pod: PodRecord,
  container: Extract<ContainerRecord, { state: 'waiting' }> | undefined,
): Finding {
  if (pod.scheduled?.reason === 'Unschedulable') {
    return {
      reason: 'Unschedulable',
      message: `No node can take the ${pod.component}${because(
        pod.scheduled.message,
      )}; it starts as soon as one can, or choose a smaller node type.`,
    };
  }
  if (container?.reason && IMAGE_PROBLEMS.has(container.reason)) {
    return {
      reason: 'ImagePullFailed',
      message: `The image of the ${pod.component} cannot be pulled${because(
        container.message,
      )}; check its name and the registry's access.`,
    };
  }
  if (container?.reason && CONFIG_PROBLEMS.has(container.reason)) {
    return {
      reason: 'InvalidSpec',
      message: `The ${pod.component} cannot start${because(
        container.message,
      )}; create what is missing or correct the specification.`,
    };
  }
  if (container?.reason || pod.scheduled?.status === 'True') {
    return {
      reason: 'PullingImage',
      message: `Node ${
        pod.node ?? '(unknown)'
      } gets the image and the volumes of the ${pod.component} ready.`,
    };
  }
  return {
    reason: 'Scheduling',
    message: `Kubernetes looks for a node for the ${pod.component}.`,
  };
}
