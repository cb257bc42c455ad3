import { usePermission } from '@backstage/plugin-permission-react';
import {
  computeClusterConnectPermission,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ownsCluster } from '../../../../hooks/useClusterAccess';
import { useMe } from '../../../../hooks/useReferenceData';

/** Whether the user may see the cluster's token. */
export function useMayConnect(cluster: ComputeCluster): boolean {
  const me = useMe().data;
  const { allowed } = usePermission({
    permission: computeClusterConnectPermission,
    resourceRef: cluster.id,
  });
  return allowed && ownsCluster(me, cluster);
}
