import { useCallback, type ComponentType } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useNavigate } from 'react-router-dom';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { clusterRouteRef } from '../../routes';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';
import { EntityCluster, type KnownCluster } from '../common/EntityCluster';
import { Notice } from '../common/Notice';
import { AutomaticStopNote } from '../DetailPage/AutomaticStopNote';
import { ClusterBanners } from '../DetailPage/ClusterBanners';
import { ShowTabContext, type DetailTab } from '../DetailPage/detailTabs';
import { StateAnnouncer } from '../DetailPage/StateAnnouncer';

type Tab = ComponentType<{ cluster: ComputeCluster }>;

/** A tab of the compute cluster's own page, on the page of its entity. */
export function EntityComputeClusterTab({ tab }: { tab: Tab }) {
  return (
    <ComputeClustersProvider>
      <EntityCluster>
        {known => <ClusterTab known={known} tab={tab} />}
      </EntityCluster>
    </ComputeClustersProvider>
  );
}

function ClusterTab(props: { known: KnownCluster; tab: Tab }) {
  const { known, tab: Content } = props;
  const { cluster, deleted, error } = known;
  const { automaticStop } = cluster.status;
  return (
    <ShowTabContext.Provider value={useOwnPage(cluster)}>
      <ClusterBanners
        cluster={cluster}
        deleted={deleted}
        error={deleted ? null : error}
      />
      {automaticStop && !deleted && (
        <Notice severity="warning">
          <AutomaticStopNote cluster={cluster} stop={automaticStop} />
        </Notice>
      )}
      <Content cluster={cluster} />
      <StateAnnouncer cluster={cluster} />
    </ShowTabContext.Provider>
  );
}

/** An app may show some tabs only, under any path: the own page has them all. */
function useOwnPage(cluster: ComputeCluster): (tab: DetailTab) => void {
  const navigate = useNavigate();
  const { kubernetesCluster, namespace, name } = cluster;
  const path = useRouteRef(clusterRouteRef)({
    kubernetesCluster,
    namespace,
    name,
  });
  return useCallback(tab => navigate(`${path}?tab=${tab}`), [navigate, path]);
}
