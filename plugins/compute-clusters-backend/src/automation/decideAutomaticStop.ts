import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { minutesText } from '../clock';
import { AUTOMATION_USER, ClusterChange, ClusterRecord } from '../database';
import { decideTerminate } from '../service/commands';

/**
 * Stops a cluster as it was announced, unless the announcement is gone: somebody kept the cluster running, stopped or
 * restarted it, or another backend has stopped it.
 */
export function decideAutomaticStop(
  cluster: ClusterRecord,
  stop: AutomaticStop & {
    /** The edge of the schedule that is dealt with by it, if any. */
    edge?: { at: Date };
  },
): ClusterChange | undefined {
  const announced = cluster.automation?.stop;
  const stands =
    announced?.reason === stop.reason &&
    announced.at.getTime() === stop.at.getTime();
  const { state } = cluster.observed;
  const runs = state === 'STARTING' || state === 'ACTIVE';
  if (!stands || !runs || cluster.deletionRequestedAt) {
    return undefined;
  }
  return {
    ...decideTerminate({ cluster, user: AUTOMATION_USER }),
    endRun: stop.reason,
    automation: stop.edge && { edgesUntil: stop.edge.at },
    activity: {
      action: 'terminate',
      user: AUTOMATION_USER,
      message: messageOf(cluster, stop),
    },
  };
}

function messageOf({ spec }: ClusterRecord, { reason }: AutomaticStop): string {
  return reason === 'Schedule'
    ? 'Terminated by its schedule (Schedule)'
    : `Terminated after ${minutesText(
        spec.autoTermination.idleMinutes * 60_000,
      )} without activity (IdleTimeout)`;
}
