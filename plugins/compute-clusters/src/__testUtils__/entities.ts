import type { Entity, EntityRelation } from '@backstage/catalog-model';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { aCluster } from './fixtures';

/** The catalog entity of a compute cluster. */
export function aClusterEntity(
  cluster: ComputeCluster = aCluster(),
  relations: EntityRelation[] = [],
): Entity {
  const { id, kubernetesCluster, namespace, name } = cluster;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace,
      annotations: {
        'compute-clusters.backstage.io/cluster-id': id,
        'compute-clusters.backstage.io/location': `${kubernetesCluster}/${namespace}/${name}`,
      },
    },
    spec: {
      type: 'compute-cluster',
      owner: cluster.ownerRef ?? 'group:default/platform',
    },
    relations,
  };
}

/** Another entity of this kind and name in the namespace default. */
export function anEntity(
  kind: string,
  name: string,
  relations: EntityRelation[] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations,
  };
}
