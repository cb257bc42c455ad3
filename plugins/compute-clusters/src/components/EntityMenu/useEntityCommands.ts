import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import {
  computeClusterOperatePermission,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../api/ComputeClustersApi';
import { computeClustersQueriesApiRef } from '../../api/ComputeClustersQueries';
import { queryKeys } from '../../api/queryKeys';
import {
  commandsFor,
  isChanging,
  type ClusterCommand,
} from '../../hooks/clusterState';
import { ownsCluster } from '../../hooks/useClusterAccess';
import { giveCommand } from '../../hooks/useClusterCommand';
import { usePolling } from '../../hooks/useClusterSignals';
import { useFailedStartAlert } from '../../hooks/useFailedStartAlert';
import { useEntityLocation } from '../../hooks/useEntityLocation';
import { useMe } from '../../hooks/useReferenceData';
import { usePermissionTo } from '../../hooks/usePermissionTo';

const NOWHERE = { kubernetesCluster: '', namespace: '', name: '' };

/** The commands that a menu on the page of a compute cluster's entity offers; the menu stands outside of our provider. */
export function useEntityCommands() {
  const api = useApi(computeClustersApiRef);
  const tellFailedStart = useFailedStartAlert();
  const { client: queryClient } = useApi(computeClustersQueriesApiRef);
  const cluster = useEntityClusterOutside();
  const may = useMayOperate(cluster);
  const start = () =>
    cluster &&
    giveCommand({ api, queryClient, cluster, command: 'start' }).catch(error =>
      tellFailedStart(cluster, error),
    );
  return {
    cluster,
    /** Whether the state of the cluster and its owner allow it; false while that is unknown. */
    offers: (command: ClusterCommand): boolean =>
      may && cluster !== undefined && commandsFor(cluster).includes(command),
    start,
  };
}

function useEntityClusterOutside(): ComputeCluster | undefined {
  const api = useApi(computeClustersApiRef);
  const { client } = useApi(computeClustersQueriesApiRef);
  const polling = usePolling();
  const location = useEntityLocation();
  const query = useQuery(
    {
      queryKey: queryKeys.cluster(location ?? NOWHERE),
      queryFn: ({ signal }) =>
        api.getClusterByName(location ?? NOWHERE, { signal }),
      enabled: location !== undefined,
      refetchInterval: ({ state }) =>
        polling(state.data ? isChanging(state.data) : false),
    },
    client,
  );
  return query.data;
}

function useMayOperate(cluster: ComputeCluster | undefined): boolean {
  const { client } = useApi(computeClustersQueriesApiRef);
  const me = useMe(client).data;
  const operate = usePermissionTo(
    {
      permission: computeClusterOperatePermission,
      resourceRef: cluster?.id,
    },
    client,
  );
  return cluster !== undefined && ownsCluster(me, cluster) && operate.allowed;
}
