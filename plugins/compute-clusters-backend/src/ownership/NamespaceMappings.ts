import { InputError } from '@backstage/errors';
import { NamespaceKey } from '../database';
import { checkNamespaceMappings } from './checkNamespaceMappings';
import { NamespaceMapping } from './NamespaceMapping';

/** Who owns which Kubernetes namespace: from the configuration and from the extension point. */
export class NamespaceMappings {
  /**
   * @throws InputError if two mappings collide, or one names an unknown Kubernetes cluster or no owner
   */
  static create(options: {
    mappings: NamespaceMapping[];
    kubernetesClusters: string[];
  }): NamespaceMappings {
    const mappings = options.mappings.map(mapping => ({
      ...mapping,
      owner: mapping.owner.toLocaleLowerCase('en-US'),
    }));
    const [problem] = checkNamespaceMappings(
      mappings,
      options.kubernetesClusters,
    );
    if (problem) {
      throw new InputError(`Bad namespace mapping: ${problem.message}`);
    }
    return new NamespaceMappings(mappings);
  }

  private readonly byKey: Map<string, NamespaceMapping>;

  private constructor(private readonly mappings: NamespaceMapping[]) {
    this.byKey = new Map(
      mappings.map(mapping => [
        keyOf(mapping.kubernetesCluster, mapping.name),
        mapping,
      ]),
    );
  }

  /** All of them, in the order of the configuration. */
  all(): NamespaceMapping[] {
    return this.mappings;
  }

  /** The mapping of one namespace; undefined if nobody owns it. */
  find(key: NamespaceKey): NamespaceMapping | undefined {
    return this.byKey.get(keyOf(key.kubernetesCluster, key.namespace));
  }

  /** The mapping that a request means; names are unique over all Kubernetes clusters, so it may leave that out. */
  locate(place: {
    kubernetesCluster?: string;
    namespace: string;
  }): NamespaceMapping | undefined {
    return this.mappings.find(
      ({ kubernetesCluster, name }) =>
        name === place.namespace &&
        (place.kubernetesCluster ?? kubernetesCluster) === kubernetesCluster,
    );
  }

  /** Those whose owner is one of these refs. */
  ownedBy(refs: string[]): NamespaceMapping[] {
    const owners = new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')));
    return this.mappings.filter(({ owner }) => owners.has(owner));
  }
}

function keyOf(kubernetesCluster: string, namespace: string): string {
  return `${kubernetesCluster}/${namespace}`;
}
