import { NamespaceMapping } from './NamespaceMapping';
import { NamespaceMappings } from './NamespaceMappings';

const dataEng: NamespaceMapping = {
  kubernetesCluster: 'demo',
  name: 'data-eng',
  owner: 'group:default/data-engineering',
};
const ml: NamespaceMapping = {
  kubernetesCluster: 'west',
  name: 'ml',
  owner: 'group:default/machine-learning',
};

function create(...mappings: NamespaceMapping[]) {
  return NamespaceMappings.create({
    mappings,
    kubernetesClusters: ['demo', 'west'],
  });
}

describe('NamespaceMappings', () => {
  it('finds who owns a namespace', () => {
    const mappings = create(dataEng, ml);

    expect(
      mappings.find({ kubernetesCluster: 'demo', namespace: 'data-eng' }),
    ).toEqual(dataEng);
    expect(
      mappings.find({ kubernetesCluster: 'demo', namespace: 'ml' }),
    ).toBeUndefined();
  });

  it('locates a namespace without its Kubernetes cluster', () => {
    const mappings = create(dataEng, ml);

    expect(mappings.locate({ namespace: 'ml' })).toEqual(ml);
    expect(
      mappings.locate({ kubernetesCluster: 'demo', namespace: 'ml' }),
    ).toBeUndefined();
  });

  it('compares owners without regard to case', () => {
    const mappings = create({
      ...dataEng,
      owner: 'Group:default/Data-Engineering',
    });

    expect(mappings.ownedBy(['group:Default/data-engineering'])).toEqual([
      dataEng,
    ]);
    expect(mappings.ownedBy(['group:default/other'])).toEqual([]);
  });

  it.each<[string, NamespaceMapping[], string]>([
    [
      'an unknown Kubernetes cluster',
      [{ ...ml, kubernetesCluster: 'east' }],
      "no Kubernetes cluster 'east'",
    ],
    ['a second owner of a namespace', [ml, ml], 'mapped twice'],
    [
      'names that collide in the catalog',
      [ml, { ...ml, kubernetesCluster: 'demo' }],
      'share names in the catalog',
    ],
    [
      'an owner without its namespace',
      [{ ...ml, owner: 'group:x' }],
      'full entity ref',
    ],
  ])('refuses %s', (_, mappings, message) => {
    expect(() => create(...mappings)).toThrow(message);
  });
});
