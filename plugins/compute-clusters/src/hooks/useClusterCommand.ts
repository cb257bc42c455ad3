import { useApi } from '@backstage/core-plugin-api';
import {
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import {
  etagOf,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  computeClustersApiRef,
  type ComputeClustersApi,
} from '../api/ComputeClustersApi';
import { queryKeys } from '../api/queryKeys';
import type { ClusterCommand, ClusterWish } from './clusterState';

/** Sends a command and shows its result at once, in every list and page. */
export function useClusterCommand(cluster: ComputeCluster) {
  const api = useApi(computeClustersApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (command: ClusterCommand | ClusterWish) =>
      giveCommand({ api, queryClient, cluster, command }),
  });
}

/** As {@link useClusterCommand}, where no hook can stand. */
export async function giveCommand(options: {
  api: ComputeClustersApi;
  queryClient: QueryClient;
  cluster: ComputeCluster;
  command: ClusterCommand | ClusterWish;
}): Promise<ComputeCluster> {
  const { api, queryClient, cluster, command } = options;
  try {
    const changed = await send(api, cluster, command);
    queryClient.setQueryData(queryKeys.cluster(changed), changed);
    return changed;
  } finally {
    // Whoever gave the command need not wait until all is read again.
    for (const queryKey of [
      queryKeys.lists,
      queryKeys.cluster(cluster),
      queryKeys.activity(cluster.id),
      queryKeys.insides(cluster.id),
    ]) {
      queryClient.invalidateQueries({ queryKey });
    }
  }
}

function send(
  api: ComputeClustersApi,
  { id, generation }: ComputeCluster,
  command: ClusterCommand | ClusterWish,
): Promise<ComputeCluster> {
  // What a person sees is what he commands: a newer specification gives 412.
  const ifMatch = etagOf(generation);
  switch (command) {
    case 'start':
      return api.startCluster(id, { ifMatch });
    case 'restart':
      return api.restartCluster(id, { ifMatch });
    case 'terminate':
      return api.terminateCluster(id, { ifMatch });
    case 'keep-running':
      return api.keepClusterRunning(id, { ifMatch });
    case 'give-up-pods':
      return api.giveUpPods(id, { ifMatch });
    default:
      return api.deleteCluster(id, { ifMatch });
  }
}
