import { LoggerService } from '@backstage/backend-plugin-api';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock, minutesText, pause } from '../clock';
import { ClusterRecord } from '../database';
import { NamespaceMappings } from '../ownership';
import { StopNotifier } from './StopNotifier';

/** Who is not told by then is told again. */
const TIMEOUT_MILLISECONDS = 10_000;

interface PortalStopNotifierOptions {
  notifications: NotificationService;
  mappings: NamespaceMappings;
  clock: Clock;
  logger: LoggerService;
}

/** Tells the owner team by a notification of the portal; where it has no notifications, nobody is told. */
export class PortalStopNotifier implements StopNotifier {
  static create(options: PortalStopNotifierOptions): PortalStopNotifier {
    return new PortalStopNotifier(options);
  }

  private fails = false;

  private constructor(private readonly options: PortalStopNotifierOptions) {}

  async stopAnnounced(
    cluster: ClusterRecord,
    stop: AutomaticStop,
    now: Date,
  ): Promise<boolean> {
    const owner = this.options.mappings.find(cluster)?.owner;
    try {
      if (owner) {
        await this.send({
          recipients: { type: 'entity', entityRef: owner },
          payload: payloadOf(cluster, stop, now),
        });
        this.fails = false;
      }
      return true;
    } catch (error) {
      this.tellOnce(
        `Nobody was notified that compute cluster ${cluster.id} stops: ${error}`,
      );
      return false;
    }
  }

  private async send(notification: NotificationSendOptions): Promise<void> {
    const { notifications, clock } = this.options;
    const sent = notifications.send(notification);
    const settled = new AbortController();
    const timeout = pause(clock, TIMEOUT_MILLISECONDS, settled.signal).then(
      () => {
        throw new Error('no answer in time');
      },
    );
    try {
      await Promise.race([sent, timeout]);
    } finally {
      settled.abort();
    }
  }

  /** Portals without notifications fail every time. */
  private tellOnce(message: string): void {
    this.options.logger[this.fails ? 'debug' : 'info'](message);
    this.fails = true;
  }
}

function payloadOf(
  cluster: ClusterRecord,
  stop: AutomaticStop,
  now: Date,
): NotificationSendOptions['payload'] {
  return {
    title: `Compute cluster ${cluster.name} stops in ${minutesText(
      stop.at.getTime() - now.getTime(),
    )}`,
    description: `${reasonOf(cluster, stop)} Open it to keep it running.`,
    link: linkTo(cluster),
    severity: 'normal',
    topic: 'compute-clusters',
    // A later announcement takes the place of this one, and so does its repetition.
    scope: `compute-clusters:automatic-stop:${cluster.id}`,
  };
}

function reasonOf({ spec }: ClusterRecord, { reason }: AutomaticStop): string {
  return reason === 'Schedule'
    ? 'Its schedule ends.'
    : `It is stopped after ${minutesText(
        spec.autoTermination.idleMinutes * 60_000,
      )} without activity.`;
}

/** The cluster's page, where portals have it unless told otherwise. */
function linkTo({ kubernetesCluster, namespace, name }: ClusterRecord): string {
  return `/compute-clusters/${kubernetesCluster}/${namespace}/${name}`;
}
