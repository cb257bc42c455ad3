import { mockServices } from '@backstage/backend-test-utils';
import { SystemClock } from '../clock';
import { NamespaceMappings } from '../ownership';
import { SimulatedKubernetes } from '../reconciler/__testUtils__/SimulatedKubernetes';
import { eventually } from './__testUtils__/eventually';
import { KubernetesConnections } from './KubernetesConnections';
import { openConnections } from './openConnections';

describe('openConnections', () => {
  let kubernetes: SimulatedKubernetes;
  let connections: KubernetesConnections;

  beforeEach(async () => {
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
      clock: new SystemClock(),
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
});
