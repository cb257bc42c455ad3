import {
  computeClusterConnectPermission,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ownsCluster } from '../../../../hooks/useClusterAccess';
import { useMe } from '../../../../hooks/useReferenceData';
import { usePermissionTo } from '../../../../hooks/usePermissionTo';

/** Whether the user may see the cluster's token. */
export function useMayConnect(cluster: ComputeCluster) {
  const me = useMe().data;
  const { allowed, loading } = usePermissionTo({
    permission: computeClusterConnectPermission,
    resourceRef: cluster.id,
  });
  return {
    allowed: allowed && ownsCluster(me, cluster),
    loading: loading || !me,
  };
}
