import {
  DRIVER_CONTAINER,
  EXECUTOR_CONTAINER,
  hasEnded,
  PodRecord,
} from '../kubernetes';

/** A container that was killed by SIGTERM, or by SIGKILL when it took too long. */
const STOPPED = [143, 137];

/** Whether there is anything to read. */
export function hasLog({ container }: PodRecord): boolean {
  return container?.state === 'running' || container?.state === 'terminated';
}

/** Whether the pod's log will soon be gone with it, or grows no more. */
export function isEnding(pod: PodRecord): boolean {
  return pod.deletingAt !== undefined || hasEnded(pod);
}

/** Whether the pod ended by itself and not well, or was taken away, rather than stopped. */
export function hasFailed(pod: PodRecord): boolean {
  const { container, deletingAt, disrupted, phase } = pod;
  if (disrupted?.status === 'True') {
    return true;
  }
  if (container?.state === 'terminated') {
    const stopped =
      deletingAt !== undefined && STOPPED.includes(container.exitCode);
    return container.exitCode !== 0 && !stopped;
  }
  return phase === 'Failed';
}

/** The phase that a pod ends in: that of its container comes first. */
export function lastPhase({ container, phase }: PodRecord): PodRecord['phase'] {
  if (container?.state === 'terminated') {
    return container.exitCode === 0 ? 'Succeeded' : 'Failed';
  }
  return phase === 'Succeeded' || phase === 'Failed' ? phase : 'Unknown';
}

/** The container whose log is Spark's. */
export function containerOf({ component }: Pick<PodRecord, 'component'>) {
  return component === 'driver' ? DRIVER_CONTAINER : EXECUTOR_CONTAINER;
}
