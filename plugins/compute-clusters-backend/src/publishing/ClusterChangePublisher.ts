import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  ClusterChange,
  COMPUTE_CLUSTERS_CHANNEL,
  COMPUTE_CLUSTERS_TOPIC,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../database';
import { NamespaceMappings } from '../ownership';
import { ChangePublisher } from './ChangePublisher';
import { clusterChangedEvent, EVENT_ORIGIN } from './clusterChangedEvent';

export interface ClusterChangePublisherOptions {
  events: EventsService;
  signals: SignalsService;
  mappings: NamespaceMappings;
  /** Full entity refs of the platform's admins. */
  admins: string[];
  /** Names this backend, so that it can tell its own events from others'. */
  origin: string;
  logger: LoggerService;
}

/** Tells other back-end code by events, and the pages of owners and admins by signals; never everyone. */
export class ClusterChangePublisher implements ChangePublisher {
  static create(
    options: ClusterChangePublisherOptions,
  ): ClusterChangePublisher {
    return new ClusterChangePublisher(options);
  }

  private constructor(
    private readonly options: ClusterChangePublisherOptions,
  ) {}

  clusterChanged(cluster: ClusterRecord, change: ClusterChange): void {
    const { events, signals, mappings, origin } = this.options;
    const event = clusterChangedEvent(cluster, change);
    const owner = mappings.find(cluster)?.owner;
    this.settle([
      events.publish({
        topic: COMPUTE_CLUSTERS_TOPIC,
        eventPayload: event,
        metadata: { [EVENT_ORIGIN]: origin },
      }),
      signals.publish({
        recipients: this.recipients(owner ? [owner] : []),
        channel: COMPUTE_CLUSTERS_CHANNEL,
        message: { ...event },
      }),
    ]);
  }

  reachabilityChanged(kubernetesCluster: string, reachable: boolean): void {
    const owners = this.options.mappings
      .all()
      .filter(mapping => mapping.kubernetesCluster === kubernetesCluster)
      .map(({ owner }) => owner);
    this.settle([
      this.options.signals.publish({
        recipients: this.recipients(owners),
        channel: COMPUTE_CLUSTERS_CHANNEL,
        message: { kubernetesCluster, change: 'reachability', reachable },
      }),
    ]);
  }

  private recipients(owners: string[]) {
    const entityRef = [...new Set([...owners, ...this.options.admins])];
    return { type: 'user' as const, entityRef };
  }

  /** Who missed a change polls, or reads it with the next one: no change fails because nobody could be told. */
  private settle(deliveries: Promise<void>[]): void {
    for (const delivery of deliveries) {
      delivery.catch(error =>
        this.options.logger.warn('Could not tell of a change', error),
      );
    }
  }
}
