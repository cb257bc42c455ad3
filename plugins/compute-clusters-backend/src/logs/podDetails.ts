import { PodDetails } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { LogArchiveRecord } from '../database';
import { PodRecord } from '../kubernetes';
import { hasLog } from './podEnds';

/** A pod that Kubernetes has, as the API shows it. */
export function detailsOfPod(pod: PodRecord, isKept: boolean): PodDetails {
  const { name, component, run, phase } = pod;
  const kept = isKept ? 'archived' : 'none';
  return {
    name,
    component,
    run,
    phase,
    live: true,
    logs: hasLog(pod) ? 'live' : kept,
    startedAt: startOf(pod),
    endedAt: endOf(pod),
  };
}

/** A pod that is gone, as the API shows it. */
export function detailsOfArchive(archive: LogArchiveRecord): PodDetails {
  const { pod, component, run, phase, startedAt, endedAt } = archive;
  return {
    name: pod,
    component,
    run,
    phase,
    live: false,
    logs: 'archived',
    startedAt,
    endedAt,
  };
}

/** When the pod's container started; null if it has not, or nobody knows. */
export function startOf({ container }: PodRecord): Date | null {
  switch (container?.state) {
    case 'running':
      return new Date(container.startedAt);
    case 'terminated':
      return container.startedAt ? new Date(container.startedAt) : null;
    default:
      return null;
  }
}

/** When the pod's container ended, if it has. */
export function endOf({ container }: PodRecord): Date | null {
  return container?.state === 'terminated' && container.finishedAt
    ? new Date(container.finishedAt)
    : null;
}
