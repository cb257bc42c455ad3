import {
  ContainerRecord,
  MountFailureRecord,
  PodRecord,
} from '../kubernetes/records';
import { because } from './because';
import { Finding } from './reasons';

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

/** Volumes take a while, and the kubelet complains meanwhile; only what does not exist will not come by itself. */
const MISSING_VOLUME = /not found|non-existent|does not exist/i;

/** What a pod waits for whose container has not started. */
export function waitingFinding(
  pod: PodRecord,
  container: Extract<ContainerRecord, { state: 'waiting' }> | undefined,
  mountFailures: MountFailureRecord[],
): Finding {
  const who = pod.component;
  if (pod.scheduled?.reason === 'Unschedulable') {
    return {
      reason: 'Unschedulable',
      message: `No node can take the ${who}${because(
        pod.scheduled.message,
      )}; it starts as soon as one can, or choose a smaller node type.`,
    };
  }
  if (container?.reason && IMAGE_PROBLEMS.has(container.reason)) {
    return {
      reason: 'ImagePullFailed',
      message: `The image of the ${who} cannot be pulled${because(
        container.message,
      )}; check its name and the registry's access.`,
    };
  }
  const missing =
    container?.reason && CONFIG_PROBLEMS.has(container.reason)
      ? { words: container.message }
      : missingVolume(pod, mountFailures);
  if (missing) {
    return {
      reason: 'InvalidSpec',
      message: `The ${who} cannot start${because(
        missing.words,
      )}; create what is missing or correct the specification.`,
    };
  }
  return gettingReady(pod, container);
}

function gettingReady(
  pod: PodRecord,
  container: Extract<ContainerRecord, { state: 'waiting' }> | undefined,
): Finding {
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

/** A pod says only ContainerCreating while a volume is missing; the event FailedMount says which. */
function missingVolume(
  pod: PodRecord,
  mountFailures: MountFailureRecord[],
): { words: string } | undefined {
  const [latest] = mountFailures
    .filter(
      ({ podUid, message }) =>
        podUid === pod.uid && MISSING_VOLUME.test(message),
    )
    .sort((a, b) => b.at - a.at);
  return latest && { words: latest.message };
}
