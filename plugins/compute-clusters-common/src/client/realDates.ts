import {
  Activity,
  ComputeCluster,
  Health,
  KubernetesEvent,
  PodDetails,
  RunDetails,
} from '../schema/openapi';

/**
 * The generated client types times as dates, but JSON has none: it returns texts. These make them what their types say,
 * field by field, so that a tag called `since` stays a text.
 */
export function clusterWithDates(cluster: ComputeCluster): ComputeCluster {
  const { status, run, deletionRequestedAt } = cluster;
  const { automaticStop } = status;
  return {
    ...cluster,
    status: {
      ...status,
      since: new Date(status.since),
      observedAt: new Date(status.observedAt),
      automaticStop: automaticStop && {
        ...automaticStop,
        at: new Date(automaticStop.at),
      },
    },
    run: run && { ...run, startedAt: new Date(run.startedAt) },
    createdAt: new Date(cluster.createdAt),
    updatedAt: new Date(cluster.updatedAt),
    deletionRequestedAt: deletionRequestedAt && new Date(deletionRequestedAt),
  };
}

/** See {@link clusterWithDates}. */
export function activityWithDates(activity: Activity): Activity {
  return { ...activity, at: new Date(activity.at) };
}

/** See {@link clusterWithDates}. */
export function healthWithDates(health: Health): Health {
  return {
    ...health,
    kubernetesClusters: health.kubernetesClusters.map(cluster => ({
      ...cluster,
      answeredAt: cluster.answeredAt && new Date(cluster.answeredAt),
    })),
  };
}

/** See {@link clusterWithDates}. */
export function runWithDates(run: RunDetails): RunDetails {
  return {
    ...run,
    startedAt: new Date(run.startedAt),
    readyAt: run.readyAt && new Date(run.readyAt),
    endedAt: run.endedAt && new Date(run.endedAt),
  };
}

/** See {@link clusterWithDates}. */
export function eventWithDates(event: KubernetesEvent): KubernetesEvent {
  return {
    ...event,
    firstSeen: new Date(event.firstSeen),
    lastSeen: new Date(event.lastSeen),
  };
}

/** See {@link clusterWithDates}. */
export function podWithDates(pod: PodDetails): PodDetails {
  return {
    ...pod,
    startedAt: pod.startedAt && new Date(pod.startedAt),
    endedAt: pod.endedAt && new Date(pod.endedAt),
  };
}

/** See {@link clusterWithDates}. */
export function periodWithDates<T extends { from: Date; to: Date }>(
  report: T,
): T {
  return { ...report, from: new Date(report.from), to: new Date(report.to) };
}
