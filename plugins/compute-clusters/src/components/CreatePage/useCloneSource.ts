import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import type { ClusterLocation } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../api/ComputeClustersApi';
import { queryKeys } from '../../api/queryKeys';
import { CLONE_PARAMETER } from '../../routes';

/** The cluster that `?clone=KUBERNETESCLUSTER/NAMESPACE/NAME` in the address asks to clone, read once. */
export function useCloneSource() {
  const api = useApi(computeClustersApiRef);
  const [search] = useSearchParams();
  const wanted = locationOf(search.get(CLONE_PARAMETER));
  const { data, error } = useQuery({
    queryKey: queryKeys.cluster(
      wanted ?? { kubernetesCluster: '', namespace: '', name: '' },
    ),
    queryFn: ({ signal }) => {
      if (!wanted) throw new Error('No cluster is asked for');
      return api.getClusterByName(wanted, { signal });
    },
    enabled: wanted !== undefined,
  });
  return { wanted, cluster: data, error };
}

function locationOf(text: string | null): ClusterLocation | undefined {
  const [kubernetesCluster, namespace, name] = text?.split('/') ?? [];
  return kubernetesCluster && namespace && name
    ? { kubernetesCluster, namespace, name }
    : undefined;
}
