import { mockServices } from '@backstage/backend-test-utils';
import { ManualClock } from '../clock';
import { NamespaceMappings } from '../ownership';
import { SimulatedKubernetes } from '../reconciler/__testUtils__/SimulatedKubernetes';
import { eventually } from './__testUtils__/eventually';
import { KubernetesConnections } from './KubernetesConnections';
import { openConnections } from './openConnections';

describe('openConnections', () => {
  let kubernetes: SimulatedKubernetes;
  let connections: KubernetesConnections;
  let clock: ManualClock;

  beforeEach(async () => {
    clock = ManualClock.create();
    kubernetes = await SimulatedKubernetes.start();
    const { kubeConfig } = kubernetes;
    connections = await openConnections({
      config: {
        kubernetes: {
          clusters: [
            { name: 'demo', simulator: true, createNamespaces: false },
          ],
        },
      },
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
      inUse: [
        { kubernetesCluster: 'demo', namespace: 'data-eng' },
        { kubernetesCluster: 'demo', namespace: 'former' },
        { kubernetesCluster: 'other', namespace: 'of-another' },
      ],
      simulator: { kubeConfig: async () => kubeConfig },
      clock,
      logger: mockServices.logger.mock(),
    });
  });

  afterEach(async () => {
    await connections.close();
    await kubernetes.stop();
  });

  it('watches mapped namespaces, and those where clusters run on without a mapping', async () => {
    kubernetes.simulator.forbid({ verb: 'watch', namespace: '' });
    const { watcher } = connections.get('demo');
    await watcher.start();
    expect(watcher.covers('data-eng')).toBe(true);
    await eventually(() => watcher.covers('former'));
    expect(watcher.covers('of-another')).toBe(false);
  });

  it('watches everything again once that is allowed', async () => {
    const allow = kubernetes.simulator.forbid({ verb: 'watch', namespace: '' });
    const { watcher } = connections.get('demo');
    await watcher.start();
    await eventually(() => watcher.covers('former'));
    allow();
    clock.advance(600_000);
    await eventually(() => watcher.covers('of-another'));
    expect(watcher.problem()).toBeUndefined();
  });
});
