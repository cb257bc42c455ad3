import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of permissions on one compute cluster.
 *
 * @public
 */
export const RESOURCE_TYPE_COMPUTE_CLUSTER = 'compute-cluster';

/**
 * To create a cluster.
 *
 * @public
 */
export const computeClusterCreatePermission = createPermission({
  name: 'compute-clusters.cluster.create',
  attributes: { action: 'create' },
});

/**
 * To see a cluster.
 *
 * @public
 */
export const computeClusterReadPermission = createPermission({
  name: 'compute-clusters.cluster.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_COMPUTE_CLUSTER,
});

/**
 * To change a cluster's specification.
 *
 * @public
 */
export const computeClusterUpdatePermission = createPermission({
  name: 'compute-clusters.cluster.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_COMPUTE_CLUSTER,
});

/**
 * To delete a cluster.
 *
 * @public
 */
export const computeClusterDeletePermission = createPermission({
  name: 'compute-clusters.cluster.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_COMPUTE_CLUSTER,
});

/**
 * To start, restart and terminate a cluster.
 *
 * @public
 */
export const computeClusterOperatePermission = createPermission({
  name: 'compute-clusters.cluster.operate',
  attributes: {},
  resourceType: RESOURCE_TYPE_COMPUTE_CLUSTER,
});

/**
 * To read the token with which clients connect to a cluster.
 *
 * @public
 */
export const computeClusterConnectPermission = createPermission({
  name: 'compute-clusters.cluster.connect',
  attributes: {},
  resourceType: RESOURCE_TYPE_COMPUTE_CLUSTER,
});

/**
 * To change what clusters are made of: node types, volumes, images.
 *
 * @public
 */
export const computeClustersCatalogueManagePermission = createPermission({
  name: 'compute-clusters.catalogue.manage',
  attributes: {},
});

/**
 * To read the cost and hours of clusters.
 *
 * @public
 */
export const computeClustersUsageReadPermission = createPermission({
  name: 'compute-clusters.usage.read',
  attributes: { action: 'read' },
});

/**
 * The permissions on one compute cluster.
 *
 * @public
 */
export const computeClusterResourcePermissions = [
  computeClusterReadPermission,
  computeClusterUpdatePermission,
  computeClusterDeletePermission,
  computeClusterOperatePermission,
  computeClusterConnectPermission,
];

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const computeClusterPermissions = [
  computeClusterCreatePermission,
  ...computeClusterResourcePermissions,
  computeClustersCatalogueManagePermission,
  computeClustersUsageReadPermission,
];
