import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  ComputeCluster,
  RESOURCE_TYPE_COMPUTE_CLUSTER,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterFilter } from '../database';

/**
 * What a rule asks of the list: a filter of the store, or owners, which the namespace mappings translate.
 *
 * @public
 */
export type ClusterRuleFilter = ClusterFilter | { owners: string[] };

/**
 * The compute cluster as a resource of permission policies.
 *
 * @public
 */
export const computeClusterResourceRef = createPermissionResourceRef<
  ComputeCluster,
  ClusterRuleFilter
>().with({
  pluginId: 'compute-clusters',
  resourceType: RESOURCE_TYPE_COMPUTE_CLUSTER,
});
