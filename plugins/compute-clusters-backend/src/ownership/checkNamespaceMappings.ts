import { isFullOwnerRef } from './isFullOwnerRef';
import { NamespaceMapping } from './NamespaceMapping';

/** One thing that is wrong with a list of mappings. */
export interface MappingProblem {
  index: number;
  field: 'kubernetesCluster' | 'name' | 'owner';
  message: string;
}

/** Everything that is wrong with these namespace mappings, in their order. */
export function checkNamespaceMappings(
  mappings: NamespaceMapping[],
  kubernetesClusters: string[],
): MappingProblem[] {
  return mappings.flatMap((mapping, index) => {
    const earlier = mappings.slice(0, index);
    return [
      checkKubernetesCluster(mapping, kubernetesClusters),
      checkOwner(mapping),
      checkName(mapping, earlier),
    ].flatMap(problem => (problem ? [{ index, ...problem }] : []));
  });
}

type Finding = Omit<MappingProblem, 'index'> | undefined;

function checkKubernetesCluster(
  mapping: NamespaceMapping,
  known: string[],
): Finding {
  if (known.includes(mapping.kubernetesCluster)) {
    return undefined;
  }
  return {
    field: 'kubernetesCluster',
    message: `there is no Kubernetes cluster '${
      mapping.kubernetesCluster
    }'; configured are: ${known.join(', ') || 'none'}`,
  };
}

function checkOwner({ owner }: NamespaceMapping): Finding {
  return isFullOwnerRef(owner)
    ? undefined
    : {
        field: 'owner',
        message: `'${owner}' is not the full entity ref of a Group or User, as group:default/data-engineering`,
      };
}

function checkName(
  mapping: NamespaceMapping,
  earlier: NamespaceMapping[],
): Finding {
  const other = earlier.find(({ name }) => name === mapping.name);
  if (!other) {
    return undefined;
  }
  if (other.kubernetesCluster === mapping.kubernetesCluster) {
    return {
      field: 'name',
      message: `namespace '${mapping.name}' of Kubernetes cluster '${mapping.kubernetesCluster}' is mapped twice`,
    };
  }
  // The catalog knows a cluster by namespace and name alone.
  return {
    field: 'name',
    message: `namespace '${mapping.name}' is mapped on the Kubernetes clusters '${other.kubernetesCluster}' and '${mapping.kubernetesCluster}': their compute clusters would share names in the catalog`,
  };
}
