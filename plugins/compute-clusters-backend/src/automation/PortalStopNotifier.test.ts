import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Clock, ManualClock, SystemClock } from '../clock';
import { newCluster, testSpec, testStores } from '../database/__testUtils__';
import { NamespaceMappings } from '../ownership';
import { PortalStopNotifier } from './PortalStopNotifier';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const NOW = new Date('2026-01-01T12:00:00Z');
const STOP = {
  at: new Date('2026-01-01T12:05:00Z'),
  reason: 'IdleTimeout' as const,
};

describe('PortalStopNotifier', () => {
  const logger = mockServices.logger.mock();

  async function notify(options: {
    namespace?: string;
    send: (options: NotificationSendOptions) => Promise<void>;
    reason?: 'IdleTimeout' | 'Schedule';
    clock?: Clock;
  }) {
    const { store } = await testStores(databases, 'SQLITE_3');
    const cluster = await store.create(
      newCluster({
        namespace: options.namespace ?? 'data-eng',
        spec: testSpec({ autoTermination: { enabled: true, idleMinutes: 60 } }),
      }),
    );
    const told = await PortalStopNotifier.create({
      notifications: { send: options.send },
      clock: options.clock ?? new SystemClock(),
      mappings: NamespaceMappings.create({
        mappings: [
          {
            kubernetesCluster: 'demo',
            name: 'data-eng',
            owner: 'group:default/data-engineering',
          },
        ],
        kubernetesClusters: ['demo'],
      }),
      logger,
    }).stopAnnounced(
      cluster,
      { ...STOP, reason: options.reason ?? STOP.reason },
      NOW,
    );
    return { id: cluster.id, told };
  }

  it('tells the owner team, with the way to the cluster', async () => {
    const sent: NotificationSendOptions[] = [];

    const { id, told } = await notify({
      send: async options => {
        sent.push(options);
      },
    });

    expect(told).toBe(true);
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: 'group:default/data-engineering',
        },
        payload: {
          title: 'Compute cluster etl stops in 5 minutes',
          description:
            'It is stopped after 60 minutes without activity. Open it to keep it running.',
          link: '/compute-clusters/demo/data-eng/etl',
          severity: 'normal',
          topic: 'compute-clusters',
          scope: `compute-clusters:automatic-stop:${id}`,
        },
      },
    ]);
  });

  it('tells a stop by schedule from one for idleness', async () => {
    const sent: NotificationSendOptions[] = [];
    await notify({
      send: async options => {
        sent.push(options);
      },
      reason: 'Schedule',
    });
    expect(sent[0].payload.description).toBe(
      'Its schedule ends. Open it to keep it running.',
    );
  });

  it('tells nobody of a cluster that nobody owns', async () => {
    const send = jest.fn();
    const { told } = await notify({ namespace: 'unmapped', send });
    expect(send).not.toHaveBeenCalled();
    expect(told).toBe(true);
  });

  it('does without notifications in a portal that has none', async () => {
    const { told } = await notify({
      send: () => Promise.reject(new Error('Request failed with status 404')),
    });
    expect(told).toBe(false);
    expect(logger.info).toHaveBeenCalledWith(expect.stringContaining('404'));
  });

  it('does not wait for an answer that does not come', async () => {
    const clock = ManualClock.create();
    const { told } = await notify({
      send: () => {
        queueMicrotask(() => clock.advance(10_000));
        return new Promise(() => {});
      },
      clock,
    });
    expect(told).toBe(false);
    expect(clock.pending).toBe(0);
  });
});
