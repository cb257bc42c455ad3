import { ScheduleEdge } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { AUTOMATION_USER, ClusterChange, ClusterRecord } from '../database';
import { decideStart } from '../service/commands';

/**
 * Starts a stopped cluster as its schedule asks, unless another backend has done that, or the cluster is no longer
 * stopped.
 */
export function decideAutomaticStart(
  cluster: ClusterRecord,
  edge: ScheduleEdge,
): ClusterChange | undefined {
  const { automation, observed, deletionRequestedAt } = cluster;
  const isDone = !automation || automation.edgesUntil >= edge.at;
  if (isDone || deletionRequestedAt || observed.state !== 'STOPPED') {
    return undefined;
  }
  return {
    ...decideStart({ cluster, user: AUTOMATION_USER }),
    automation: { edgesUntil: edge.at },
    activity: {
      action: 'start',
      user: AUTOMATION_USER,
      message: 'Started by its schedule',
    },
  };
}
