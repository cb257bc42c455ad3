import { mockServices } from '@backstage/backend-test-utils';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { aDesiredCluster } from '../reconciler/__testUtils__/desired';
import { soon } from '../reconciler/__testUtils__/soon';
import { NamespaceMappings } from '../ownership';
import { ClusterChangePublisher } from './ClusterChangePublisher';
import { OtherBackendsChanges } from './OtherBackendsChanges';

/** An events service of one process. */
class LocalEvents implements EventsService {
  readonly published: EventParams[] = [];
  private readonly listeners: ((event: EventParams) => Promise<void>)[] = [];

  async publish(event: EventParams) {
    this.published.push(event);
    await Promise.all(this.listeners.map(listener => listener(event)));
  }

  async subscribe({
    onEvent,
  }: {
    onEvent: (event: EventParams) => Promise<void>;
  }) {
    this.listeners.push(onEvent);
  }
}

const EVENT = {
  clusterId: 'cluster',
  kubernetesCluster: 'demo',
  namespace: 'data-eng',
  name: 'etl',
  change: 'observed',
};

describe('ClusterChangePublisher', () => {
  const { cluster } = aDesiredCluster();
  let events: LocalEvents;
  let signals: SignalPayload[];

  const publisherOf = (origin: string) =>
    ClusterChangePublisher.create({
      events,
      signals: {
        publish: async signal => {
          signals.push(signal);
        },
      },
      mappings: NamespaceMappings.create({
        mappings: [
          {
            kubernetesCluster: 'demo',
            name: 'data-eng',
            owner: 'group:default/data-engineering',
          },
          {
            kubernetesCluster: 'demo',
            name: 'ml',
            owner: 'group:default/machine-learning',
          },
        ],
        kubernetesClusters: ['demo'],
      }),
      admins: ['group:default/platform'],
      origin,
      logger: mockServices.logger.mock(),
    });

  beforeEach(() => {
    events = new LocalEvents();
    signals = [];
  });

  it('tells the owners and the admins of a cluster, and other back-end code', () => {
    publisherOf('one').clusterChanged(cluster, 'observed');
    expect(events.published).toMatchObject([
      { topic: 'compute-clusters', eventPayload: EVENT },
    ]);
    expect(signals).toEqual([
      {
        recipients: {
          type: 'user',
          entityRef: [
            'group:default/data-engineering',
            'group:default/platform',
          ],
        },
        channel: 'compute-clusters',
        message: EVENT,
      },
    ]);
  });

  it('tells only the admins of a cluster that nobody owns', () => {
    publisherOf('one').clusterChanged(
      { ...cluster, namespace: 'unmapped' },
      'observed',
    );
    expect(signals[0].recipients).toEqual({
      type: 'user',
      entityRef: ['group:default/platform'],
    });
  });

  it('tells all owners of a Kubernetes cluster whether it answers', () => {
    publisherOf('one').reachabilityChanged('demo', false);
    expect(signals).toMatchObject([
      {
        recipients: {
          entityRef: [
            'group:default/data-engineering',
            'group:default/machine-learning',
            'group:default/platform',
          ],
        },
        message: { kubernetesCluster: 'demo', reachable: false },
      },
    ]);
    expect(events.published).toEqual([]);
  });

  it('lets a backend hear what another one was asked for, and not itself', async () => {
    const heard: string[] = [];
    await OtherBackendsChanges.subscribe({
      events,
      origin: 'one',
      onChange: ({ clusterId }) => heard.push(clusterId),
    });
    publisherOf('one').clusterChanged(cluster, 'commanded');
    publisherOf('two').clusterChanged({ ...cluster, id: 'a' }, 'observed');
    publisherOf('two').clusterChanged({ ...cluster, id: 'b' }, 'commanded');
    await soon(() => expect(heard).toEqual(['b']));
  });
});
