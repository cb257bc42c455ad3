import {
  computeClusterDeletePermission,
  computeClusterOperatePermission,
  computeClusterUpdatePermission,
  type ComputeCluster,
  type Me,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useMe } from './useReferenceData';
import { usePermissionTo } from './usePermissionTo';

/** Whether a cluster belongs to the caller's teams, or he is an admin. */
export function ownsCluster(me: Me | undefined, cluster: ComputeCluster) {
  if (!me) return false;
  const owner = cluster.ownerRef?.toLowerCase();
  return (
    me.admin || me.ownershipEntityRefs.some(ref => ref.toLowerCase() === owner)
  );
}

/** What the caller may do with a cluster: his teams own it, and the permission framework does not object. */
export function useClusterAccess(cluster: ComputeCluster) {
  const me = useMe().data;
  const owns = ownsCluster(me, cluster);
  const operate = usePermissionTo({
    permission: computeClusterOperatePermission,
    resourceRef: cluster.id,
  });
  const remove = usePermissionTo({
    permission: computeClusterDeletePermission,
    resourceRef: cluster.id,
  });
  const update = usePermissionTo({
    permission: computeClusterUpdatePermission,
    resourceRef: cluster.id,
  });
  return {
    loading: !me || [operate, remove, update].some(({ loading }) => loading),
    configure: owns && update.allowed,
    operate: owns && operate.allowed,
    delete: owns && remove.allowed,
  };
}
