import { EventsService } from '@backstage/plugin-events-node';
import {
  COMPUTE_CLUSTERS_TOPIC,
  isClusterChangedEvent,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { EVENT_ORIGIN } from './clusterChangedEvent';

/**
 * Listens to what other backends stored, since the request for a change may reach one backend while another one
 * reconciles. Needs an events backend that the replicas share; without one the reconciler's own look at the store tells.
 */
export class OtherBackendsChanges {
  static async subscribe(options: {
    events: EventsService;
    origin: string;
    onChange: (change: {
      kubernetesCluster: string;
      clusterId: string;
    }) => void;
  }): Promise<void> {
    const { events, origin, onChange } = options;
    await events.subscribe({
      id: 'compute-clusters-reconciler',
      topics: [COMPUTE_CLUSTERS_TOPIC],
      onEvent: async ({ eventPayload, metadata }) => {
        const isDesired =
          isClusterChangedEvent(eventPayload) &&
          eventPayload.change !== 'observed' &&
          eventPayload.change !== 'removed';
        if (isDesired && metadata?.[EVENT_ORIGIN] !== origin) {
          onChange(eventPayload);
        }
      },
    });
  }

  private constructor() {}
}
