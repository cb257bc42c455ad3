import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import type {
  ClusterLocation,
  ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../api/ComputeClustersApi';
import { queryKeys } from '../../api/queryKeys';
import { CLONE_PARAMETER } from '../../routes';

type Outcome = { cluster?: ComputeCluster; error?: Error };

/** The cluster that `?clone=KUBERNETESCLUSTER/NAMESPACE/NAME` in the address asks to clone. */
export function useCloneLocation(): ClusterLocation | undefined {
  const [search] = useSearchParams();
  const [kubernetesCluster, namespace, name] =
    search.get(CLONE_PARAMETER)?.split('/') ?? [];
  return kubernetesCluster && namespace && name
    ? { kubernetesCluster, namespace, name }
    : undefined;
}

/** Reads a cluster to clone, once: what came of it stays, for a form stands on it. Only a person asks again. */
export function useCloneSource(wanted: ClusterLocation) {
  const api = useApi(computeClustersApiRef);
  const [outcome, setOutcome] = useState<Outcome>();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: queryKeys.cluster(wanted),
    queryFn: ({ signal }) => api.getClusterByName(wanted, { signal }),
    enabled: !outcome,
  });
  if (!outcome && (data || error)) setOutcome(outcomeOf(data, error));
  const retry = async () => {
    const answer = await refetch();
    setOutcome(outcomeOf(answer.data, answer.error));
  };
  return { ...outcome, retry, busy: isFetching };
}

/** What was read before does, even where it could not be read anew. */
function outcomeOf(
  cluster: ComputeCluster | undefined,
  error: Error | null,
): Outcome {
  return cluster ? { cluster } : { error: error ?? undefined };
}
