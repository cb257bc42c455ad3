import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The list page; the other pages lie below it. */
export const rootRouteRef = createRouteRef({ id: 'compute-clusters' });

/** The page that creates a compute cluster. */
export const createClusterRouteRef = createSubRouteRef({
  id: 'compute-clusters-create',
  parent: rootRouteRef,
  path: '/create',
});

/** The page about what all compute clusters cost. */
export const costRouteRef = createSubRouteRef({
  id: 'compute-clusters-cost',
  parent: rootRouteRef,
  path: '/cost',
});

/** The page of one compute cluster. */
export const clusterRouteRef = createSubRouteRef({
  id: 'compute-clusters-detail',
  parent: rootRouteRef,
  path: '/:kubernetesCluster/:namespace/:name',
});

/** The page that configures a compute cluster. */
export const configureClusterRouteRef = createSubRouteRef({
  id: 'compute-clusters-configure',
  parent: rootRouteRef,
  path: '/:kubernetesCluster/:namespace/:name/configure',
});

/** The query parameter of the configure page that chooses another driver node type than the saved one. */
export const DRIVER_NODE_TYPE_PARAMETER = 'driver';

/** The query parameter of the create page that names the cluster to clone: `KUBERNETESCLUSTER/NAMESPACE/NAME`. */
export const CLONE_PARAMETER = 'clone';
