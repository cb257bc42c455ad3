import { useApi } from '@backstage/core-plugin-api';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import { queryKeys } from '../api/queryKeys';

const RARELY_CHANGES_MS = 60_000;

/** Who the caller is to us, and what he may do. Outside of our provider it takes the shared cache. */
export function useMe(client?: QueryClient) {
  const api = useApi(computeClustersApiRef);
  return useQuery(
    {
      queryKey: queryKeys.me,
      queryFn: () => api.getMe(),
      staleTime: RARELY_CHANGES_MS,
    },
    client,
  );
}

/** The namespaces that the caller may use, with their quota. */
export function useNamespaces() {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.namespaces,
    queryFn: () => api.listNamespaces(),
    select: list => list.items,
  });
}

/** The sizes that drivers and executors can have. */
export function useNodeTypes() {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.nodeTypes,
    queryFn: () => api.listNodeTypes(),
    staleTime: RARELY_CHANGES_MS,
    select: list => list.items,
  });
}

/** The executors' scratch volumes. */
export function useVolumes() {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.volumes,
    queryFn: () => api.listVolumes(),
    staleTime: RARELY_CHANGES_MS,
    select: list => list.items,
  });
}

/** The configured Spark images. */
export function useImages() {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.images,
    queryFn: () => api.listImages(),
    staleTime: RARELY_CHANGES_MS,
    select: list => list.items,
  });
}

/** Whether the Kubernetes cluster of this name answers, and whether it is a simulated one. */
export function useKubernetesHealth(kubernetesCluster: string) {
  const api = useApi(computeClustersApiRef);
  return useQuery({
    queryKey: queryKeys.health,
    queryFn: () => api.getHealth(),
    refetchInterval: 15_000,
    select: health =>
      health.kubernetesClusters.find(({ name }) => name === kubernetesCluster),
  });
}
