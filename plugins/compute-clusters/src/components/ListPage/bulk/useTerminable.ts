import { useApi } from '@backstage/core-plugin-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { useQuery } from '@tanstack/react-query';
import {
  computeClusterOperatePermission,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** Tells which of these clusters the portal's policy lets the caller terminate: one request for all of them. */
export function useTerminable(clusters: readonly ComputeCluster[]) {
  const permissions = useApi(permissionApiRef);
  const ids = clusters.map(({ id }) => id);
  const mayTerminate = async (resourceRef: string) => {
    const permission = computeClusterOperatePermission;
    const { result } = await permissions.authorize({ permission, resourceRef });
    return String(result) === 'ALLOW';
  };
  const { data, error } = useQuery({
    queryKey: ['compute-clusters', 'terminable', ids],
    queryFn: () => Promise.all(ids.map(mayTerminate)),
    gcTime: 0,
  });
  return {
    error,
    loading: !data && !error,
    allowed: clusters.filter((_, i) => data?.[i]),
    refused: data ? clusters.filter((_, i) => !data[i]) : [],
  };
}
