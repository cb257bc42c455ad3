/**
 * Annotation with the id of the compute cluster that a catalog entity stands for.
 *
 * @public
 */
export const CLUSTER_ID_ANNOTATION = 'compute-clusters.backstage.io/cluster-id';

/**
 * Annotation with the place of a compute cluster: `KUBERNETES-CLUSTER/NAMESPACE/NAME`.
 *
 * @public
 */
export const CLUSTER_LOCATION_ANNOTATION =
  'compute-clusters.backstage.io/location';

/**
 * The `spec.type` of a compute cluster's entity, whose kind is Resource.
 *
 * @public
 */
export const COMPUTE_CLUSTER_ENTITY_TYPE = 'compute-cluster';

/**
 * The place of a compute cluster.
 *
 * @public
 */
export interface ClusterLocation {
  kubernetesCluster: string;
  namespace: string;
  name: string;
}

/**
 * The ref of a compute cluster's catalog entity.
 *
 * @public
 */
export function entityRefOf(
  cluster: Pick<ClusterLocation, 'namespace' | 'name'>,
): string {
  return `resource:${cluster.namespace}/${cluster.name}`;
}

/**
 * The value of {@link CLUSTER_LOCATION_ANNOTATION}.
 *
 * @public
 */
export function formatClusterLocation(location: ClusterLocation): string {
  return `${location.kubernetesCluster}/${location.namespace}/${location.name}`;
}

/**
 * Reads the value of {@link CLUSTER_LOCATION_ANNOTATION}; undefined if it is none.
 *
 * @public
 */
export function parseClusterLocation(
  value: string | undefined,
): ClusterLocation | undefined {
  const [kubernetesCluster, namespace, name, ...rest] = (value ?? '').split(
    '/',
  );
  if (!kubernetesCluster || !namespace || !name || rest.length > 0) {
    return undefined;
  }
  return { kubernetesCluster, namespace, name };
}
