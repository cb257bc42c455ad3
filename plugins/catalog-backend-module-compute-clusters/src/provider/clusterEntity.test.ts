import { makeValidator } from '@backstage/catalog-model';
import { cluster } from '../__testUtils__/cluster';
import { clusterEntity } from './clusterEntity';

const context = {
  appBaseUrl: 'https://portal.example.com',
  kubernetesEntityRefs: new Map([['west', 'resource:default/k8s-west']]),
};

describe('clusterEntity', () => {
  it('says what was saved of a cluster, whose it is and where its page is', () => {
    const entity = clusterEntity(
      cluster({ description: 'Nightly jobs' }),
      context,
    );

    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'etl',
        namespace: 'data-eng',
        description: 'Nightly jobs',
        annotations: {
          'compute-clusters.backstage.io/cluster-id': 'id-of-etl',
          'compute-clusters.backstage.io/location': 'demo/data-eng/etl',
          'backstage.io/managed-by-location':
            'compute-clusters:demo/data-eng/etl',
          'backstage.io/managed-by-origin-location':
            'compute-clusters:demo/data-eng/etl',
          'backstage.io/view-url':
            'https://portal.example.com/compute-clusters/demo/data-eng/etl',
        },
        tags: [],
        links: [
          {
            url: 'https://portal.example.com/compute-clusters/demo/data-eng/etl',
            title: 'Compute cluster',
            icon: 'dashboard',
          },
        ],
      },
      spec: {
        type: 'compute-cluster',
        owner: 'group:default/data-engineering',
      },
    });
  });

  it('is the same in every state', () => {
    const active = cluster();
    const failed = cluster({
      power: 'off',
      generation: 7,
      status: { ...active.status, state: 'FAILED', reason: 'OutOfMemory' },
    });

    expect(clusterEntity(failed, context)).toEqual(
      clusterEntity(active, context),
    );
  });

  it('depends on the entity of its Kubernetes cluster, where one is configured', () => {
    expect(
      clusterEntity(cluster({ kubernetesCluster: 'west' }), context)?.spec
        .dependsOn,
    ).toEqual(['resource:default/k8s-west']);
  });

  it('is not made while nobody owns the namespace', () => {
    expect(clusterEntity(cluster({ ownerRef: null }), context)).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['key and value', { 'cost-centre': '42' }, ['cost-centre:42']],
    ['a key alone', { nightly: '' }, ['nightly']],
    ['sorted, each once', { B: '1', a: '2', b: '1' }, ['a:2', 'b:1']],
    ['in the letters of the catalog', { 'a_b.c': 'D' }, ['a-b-c:d']],
    ['not what the catalog cannot say', { 'a--b': '1', c: '2' }, ['c:2']],
    ['not what is too long', { a: 'x'.repeat(63) }, []],
  ])('has tags: %s', (_, tags, expected) => {
    const { spec } = cluster();
    const entity = clusterEntity(cluster({ spec: { ...spec, tags } }), context);

    expect(entity?.metadata.tags).toEqual(expected);
    const { isValidTag } = makeValidator();
    expect(expected.every(isValidTag)).toBe(true);
  });
});
