import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../database';
import { NamespaceMappings } from '../ownership';
import { StopNotifier } from './StopNotifier';

/** Tells the owner team by a notification of the portal; where it has no notifications, nobody is told. */
export class PortalStopNotifier implements StopNotifier {
  static create(options: {
    notifications: NotificationService;
    mappings: NamespaceMappings;
    logger: LoggerService;
  }): PortalStopNotifier {
    return new PortalStopNotifier(options);
  }

  private constructor(
    private readonly options: {
      notifications: NotificationService;
      mappings: NamespaceMappings;
      logger: LoggerService;
    },
  ) {}

  stopAnnounced(cluster: ClusterRecord, stop: AutomaticStop, now: Date): void {
    const { notifications, mappings, logger } = this.options;
    const owner = mappings.find(cluster)?.owner;
    if (!owner) {
      return;
    }
    notifications
      .send({
        recipients: { type: 'entity', entityRef: owner },
        payload: {
          title: `Compute cluster ${cluster.name} stops in ${inMinutes(
            stop.at,
            now,
          )}`,
          description: `${reasonOf(cluster, stop)} Open it to keep it running.`,
          link: linkTo(cluster),
          severity: 'normal',
          topic: 'compute-clusters',
          // A later announcement takes the place of this one.
          scope: `compute-clusters:automatic-stop:${cluster.id}`,
        },
      })
      .catch(error =>
        logger.info(
          `Nobody was notified that compute cluster ${cluster.id} stops: ${error}`,
        ),
      );
  }
}

function reasonOf({ spec }: ClusterRecord, { reason }: AutomaticStop): string {
  return reason === 'Schedule'
    ? 'Its schedule ends.'
    : `It is stopped after ${spec.autoTermination.idleMinutes} minutes without activity.`;
}

function inMinutes(at: Date, now: Date): string {
  const count = Math.max(
    1,
    Math.round((at.getTime() - now.getTime()) / 60_000),
  );
  return count === 1 ? '1 minute' : `${count} minutes`;
}

/** The cluster's page, where portals have it unless told otherwise. */
function linkTo({ kubernetesCluster, namespace, name }: ClusterRecord): string {
  return `/compute-clusters/${kubernetesCluster}/${namespace}/${name}`;
}
