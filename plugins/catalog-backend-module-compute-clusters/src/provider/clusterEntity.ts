import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
  ResourceEntity,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  CLUSTER_ID_ANNOTATION,
  CLUSTER_LOCATION_ANNOTATION,
  COMPUTE_CLUSTER_ENTITY_TYPE,
  ComputeCluster,
  formatClusterLocation,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** What an entity needs beside its cluster. */
export interface ClusterEntityContext {
  /** Where the portal's pages are. */
  appBaseUrl: string;
  /** The entities of Kubernetes clusters, by the clusters' names. */
  kubernetesEntityRefs: ReadonlyMap<string, string>;
}

/**
 * The entity of a compute cluster; none while no namespace mapping names an owner. It holds what was saved and no state:
 * each change of an entity costs the catalog a processing run.
 */
export function clusterEntity(
  cluster: ComputeCluster,
  context: ClusterEntityContext,
): ResourceEntity | undefined {
  if (!cluster.ownerRef) {
    return undefined;
  }
  const dependsOn = context.kubernetesEntityRefs.get(cluster.kubernetesCluster);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: metadataOf(cluster, context.appBaseUrl),
    spec: {
      type: COMPUTE_CLUSTER_ENTITY_TYPE,
      owner: cluster.ownerRef,
      ...(dependsOn && { dependsOn: [dependsOn] }),
    },
  };
}

function metadataOf(
  cluster: ComputeCluster,
  appBaseUrl: string,
): ResourceEntity['metadata'] {
  const { name, namespace } = parseEntityRef(cluster.entityRef);
  const place = formatClusterLocation(cluster);
  const page = `${appBaseUrl}/compute-clusters/${place}`;
  return {
    name,
    namespace,
    ...(cluster.description && { description: cluster.description }),
    annotations: {
      [CLUSTER_ID_ANNOTATION]: cluster.id,
      [CLUSTER_LOCATION_ANNOTATION]: place,
      [ANNOTATION_LOCATION]: `compute-clusters:${place}`,
      [ANNOTATION_ORIGIN_LOCATION]: `compute-clusters:${place}`,
      [ANNOTATION_VIEW_URL]: page,
    },
    tags: tagsOf(cluster),
    links: [{ url: page, title: 'Compute cluster', icon: 'dashboard' }],
  };
}

const CATALOG_TAG = /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/;
const CATALOG_TAG_LENGTH = 63;

/** The catalog allows less in a tag than Kubernetes does in a label; what cannot be said there is left out. */
function tagsOf(cluster: ComputeCluster): string[] {
  const tags = Object.entries(cluster.spec.tags)
    .map(([key, value]) => (value ? `${key}:${value}` : key))
    .map(tag => tag.toLowerCase().replace(/[_.]/g, '-'))
    .filter(tag => tag.length <= CATALOG_TAG_LENGTH && CATALOG_TAG.test(tag));
  return [...new Set(tags)].sort();
}
