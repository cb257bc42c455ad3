import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readComputeClustersConfig } from './readComputeClustersConfig';

function read(computeClusters?: JsonObject) {
  return readComputeClustersConfig(
    mockServices.rootConfig({
      data: computeClusters ? { computeClusters } : {},
    }),
  );
}

const demo = { name: 'demo', simulator: true };
const main = { name: 'main', inCluster: true };
const mapping = { name: 'data-eng', owner: 'group:default/data-engineering' };

describe('readComputeClustersConfig', () => {
  it('fills in every default', () => {
    expect(read()).toMatchObject({
      kubernetes: { clusters: [] },
      namespaces: [],
      admins: [],
      visibility: 'team',
      images: [
        {
          name: 'Spark 4.3',
          image: 'docker.io/apache/spark:4.3.0',
          default: true,
        },
      ],
      volumes: [],
      defaults: { idleTimeoutMinutes: 30 },
      startTimeout: 15 * 60 * 1000,
      retention: {
        events: 30 * 24 * 60 * 60 * 1000,
        logs: 14 * 24 * 60 * 60 * 1000,
      },
      logs: { maxMiBPerPod: 5 },
    });
    expect(
      read().nodeTypes.map(({ name, cpu, memory }) => [name, cpu, memory]),
    ).toEqual([
      ['driver-small', 1000, 8192],
      ['driver-medium', 2000, 16384],
      ['driver-large', 4000, 32768],
      ['driver-x-large', 8000, 65536],
      ['executor-small', 2000, 16384],
      ['executor-medium', 4000, 32768],
      ['executor-large', 8000, 65536],
      ['executor-x-large', 16000, 131072],
    ]);
  });

  it('reads what is configured', () => {
    expect(
      read({
        kubernetes: {
          clusters: [
            demo,
            {
              name: 'east',
              kubeconfig: { path: '/k', context: 'c' },
              createNamespaces: true,
            },
          ],
        },
        namespaces: [
          {
            ...mapping,
            kubernetesCluster: 'east',
            quota: { cpu: 0.5, memoryGiB: 8 },
          },
        ],
        admins: ['group:default/Platform'],
        visibility: 'everyone',
        startTimeout: { minutes: 2 },
        retention: { events: '7d', logs: { hours: 12 } },
        logs: { maxMiBPerPod: 0.5 },
        defaults: { idleTimeout: '1h' },
        volumes: [{ name: 'ssd', type: 'tmpfs', sizeGiB: 10 }],
      }),
    ).toMatchObject({
      kubernetes: {
        clusters: [
          { name: 'demo', simulator: true, createNamespaces: false },
          {
            name: 'east',
            kubeconfig: { path: '/k', context: 'c' },
            createNamespaces: true,
          },
        ],
      },
      namespaces: [
        { kubernetesCluster: 'east', quota: { cpu: 0.5, memoryGiB: 8 } },
      ],
      admins: ['group:default/platform'],
      visibility: 'everyone',
      startTimeout: 120_000,
      retention: {
        events: 7 * 24 * 60 * 60 * 1000,
        logs: 12 * 60 * 60 * 1000,
      },
      logs: { maxMiBPerPod: 0.5 },
      defaults: { idleTimeoutMinutes: 60 },
      volumes: [{ name: 'ssd', type: 'tmpfs', sizeGiB: 10, locked: false }],
    });
  });

  it('maps a namespace on the only Kubernetes cluster', () => {
    const { namespaces } = read({
      kubernetes: { clusters: [demo] },
      namespaces: [{ ...mapping, owner: 'Group:default/Data-Engineering' }],
    });

    expect(namespaces).toEqual([{ ...mapping, kubernetesCluster: 'demo' }]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'an owner that is no full ref',
      {
        kubernetes: { clusters: [demo] },
        namespaces: [mapping, { name: 'ml', owner: 'machine-learning' }],
      },
      "computeClusters.namespaces[1].owner: 'machine-learning' is not the full entity ref",
    ],
    [
      'an owner that owns nothing',
      {
        kubernetes: { clusters: [demo] },
        namespaces: [{ name: 'ml', owner: 'component:default/x' }],
      },
      'computeClusters.namespaces[0].owner',
    ],
    [
      'a mapping on an unknown Kubernetes cluster',
      {
        kubernetes: { clusters: [demo] },
        namespaces: [{ ...mapping, kubernetesCluster: 'west' }],
      },
      "computeClusters.namespaces[0].kubernetesCluster: there is no Kubernetes cluster 'west'; configured are: demo",
    ],
    [
      'a mapping that must choose its Kubernetes cluster',
      { kubernetes: { clusters: [demo, main] }, namespaces: [mapping] },
      'computeClusters.namespaces[0].kubernetesCluster: is required',
    ],
    [
      'a namespace that is mapped twice',
      { kubernetes: { clusters: [demo] }, namespaces: [mapping, mapping] },
      "computeClusters.namespaces[1].name: namespace 'data-eng' of Kubernetes cluster 'demo' is mapped twice",
    ],
    [
      'one namespace name on two Kubernetes clusters',
      {
        kubernetes: { clusters: [demo, main] },
        namespaces: [
          { ...mapping, kubernetesCluster: 'demo' },
          { ...mapping, kubernetesCluster: 'main' },
        ],
      },
      "computeClusters.namespaces[1].name: namespace 'data-eng' is mapped on the Kubernetes clusters 'demo' and 'main'",
    ],
    [
      'a link that is no web page',
      // eslint-disable-next-line no-script-url -- what must not pass
      { links: { metrics: 'javascript:alert(1)' } },
      'computeClusters.links.metrics: must begin with http:// or https://',
    ],
    [
      'documentation on a host that is not named as one',
      { links: { docs: '//docs.example.com' } },
      'computeClusters.links.docs: must begin with http://, https:// or one slash',
    ],
    [
      'a Kubernetes cluster without a connection',
      { kubernetes: { clusters: [{ name: 'main' }] } },
      'computeClusters.kubernetes.clusters[0]: needs exactly one of',
    ],
    [
      'a Kubernetes cluster with two connections',
      { kubernetes: { clusters: [{ ...demo, inCluster: true }] } },
      'computeClusters.kubernetes.clusters[0]: needs exactly one of',
    ],
    [
      'two Kubernetes clusters of one name',
      { kubernetes: { clusters: [demo, demo] } },
      "computeClusters.kubernetes.clusters[1].name: 'demo' is used twice",
    ],
    [
      'no default image',
      { images: [{ name: 'a', image: 'a:1' }] },
      'computeClusters.images: exactly one image must have default: true',
    ],
    [
      'two default images',
      {
        images: [
          { name: 'a', image: 'a:1', default: true },
          { name: 'b', image: 'b:1', default: true },
        ],
      },
      'computeClusters.images: exactly one image must have default: true',
    ],
    [
      'a node type for nothing',
      { nodeTypes: [{ name: 'x' }] },
      'computeClusters.nodeTypes[0]: must be forDriver or forExecutor',
    ],
    [
      'a claim for which Spark lacks the class',
      {
        volumes: [{ name: 'x', type: 'persistentVolumeClaim', sizeGiB: 20 }],
      },
      'computeClusters.volumes[0].storageClass: A persistentVolumeClaim needs a storage class',
    ],
    [
      'a claim for which Spark lacks the size',
      {
        volumes: [
          { name: 'x', type: 'persistentVolumeClaim', storageClass: 'fast' },
        ],
      },
      'computeClusters.volumes[0].sizeGiB: A persistentVolumeClaim needs a size',
    ],
    [
      'a word where a choice is',
      { visibility: 'nobody' },
      'computeClusters.visibility',
    ],
    [
      'an admin that is no full ref',
      { admins: ['platform'] },
      'computeClusters.admins[0]',
    ],
    [
      'an idle timeout out of range',
      { defaults: { idleTimeout: { hours: 4 } } },
      'computeClusters.defaults.idleTimeout: must be between 1 minute and 3 hours',
    ],
    ['a duration that is none', { startTimeout: 'soon' }, 'startTimeout'],
  ])('refuses %s and names the path', (_, config, message) => {
    expect(() => read(config)).toThrow(message);
  });

  it('tells everything that is wrong at once', () => {
    expect(() => read({ visibility: 'x', volumes: [{ name: 'v' }] })).toThrow(
      /computeClusters\.visibility.*computeClusters\.volumes\[0\]\.type/,
    );
  });
});
