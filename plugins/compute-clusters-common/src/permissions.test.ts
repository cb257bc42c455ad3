import { isResourcePermission } from '@backstage/plugin-permission-common';
import { computeClusterPermissions } from './permissions';

it('has permissions by these names, those on one cluster with its resource type', () => {
  expect(
    computeClusterPermissions.map(permission => [
      permission.name,
      isResourcePermission(permission) && permission.resourceType,
    ]),
  ).toEqual([
    ['compute-clusters.cluster.create', false],
    ['compute-clusters.cluster.read', 'compute-cluster'],
    ['compute-clusters.cluster.update', 'compute-cluster'],
    ['compute-clusters.cluster.delete', 'compute-cluster'],
    ['compute-clusters.cluster.operate', 'compute-cluster'],
    ['compute-clusters.cluster.connect', 'compute-cluster'],
    ['compute-clusters.catalogue.manage', false],
    ['compute-clusters.usage.read', false],
  ]);
});
