import { useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { computeClustersApiRef } from '../../../../api/ComputeClustersApi';

/** The token of a cluster, once it has been asked for: it is never kept longer than the page shows it. */
export function useConnectToken(clusterId: string) {
  const api = useApi(computeClustersApiRef);
  const { data, variables, error, isPending, mutate, reset } = useMutation({
    gcTime: 0,
    mutationFn: (kind: 'show' | 'rotate') =>
      kind === 'show'
        ? api.getConnectToken(clusterId)
        : api.rotateConnectToken(clusterId),
  });
  return {
    token: data?.token,
    rotated: data !== undefined && variables === 'rotate',
    error,
    rotateError: variables === 'rotate' ? error : null,
    isPending,
    show: () => mutate('show'),
    rotate: (options: { onSuccess: () => void }) => mutate('rotate', options),
    hide: reset,
  };
}
