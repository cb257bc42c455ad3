import { Activity, ComputeCluster, Health } from '../schema/openapi';

/**
 * The generated client types times as dates, but JSON has none: it returns texts. These make them what their types say,
 * field by field, so that a tag called `since` stays a text.
 */
export function clusterWithDates(cluster: ComputeCluster): ComputeCluster {
  const { status, run, deletionRequestedAt } = cluster;
  return {
    ...cluster,
    status: {
      ...status,
      since: new Date(status.since),
      observedAt: new Date(status.observedAt),
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
