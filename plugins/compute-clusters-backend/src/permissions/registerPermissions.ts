import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  ComputeCluster,
  computeClusterPermissions,
  computeClusterResourcePermissions,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClusterResourceRef } from './computeClusterResourceRef';
import { computeClusterRules } from './rules';

/** Tells the permission framework what may be allowed, and on what. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  /** Reads clusters by id, undefined where there is none. */
  getClusters(ids: string[]): Promise<(ComputeCluster | undefined)[]>;
}): void {
  const { permissionsRegistry, getClusters } = options;
  permissionsRegistry.addResourceType({
    resourceRef: computeClusterResourceRef,
    permissions: computeClusterResourcePermissions,
    rules: Object.values(computeClusterRules),
    getResources: getClusters,
  });
  permissionsRegistry.addPermissions(
    computeClusterPermissions.filter(
      permission => !isResourcePermission(permission),
    ),
  );
}
