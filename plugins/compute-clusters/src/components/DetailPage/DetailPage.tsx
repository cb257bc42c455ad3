import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useParams } from 'react-router-dom';
import { useCluster } from '../../hooks/useCluster';
import { useTexts } from '../../hooks/useTexts';
import { ListLink } from '../common/ListLink';
import { ClusterBanners } from './ClusterBanners';
import { ClusterHeader } from './ClusterHeader';
import { DetailSkeleton } from './DetailSkeleton';
import { DetailsTab } from './DetailsTab';

/** The page of one compute cluster. It stays when the cluster is deleted meanwhile. */
export function DetailPage() {
  const t = useTexts();
  const { kubernetesCluster = '', namespace = '', name = '' } = useParams();
  const { cluster, error, deleted, refetch } = useCluster({
    kubernetesCluster,
    namespace,
    name,
  });
  if (cluster) {
    return (
      <>
        <ClusterBanners
          cluster={cluster}
          deleted={deleted}
          error={deleted ? null : error}
        />
        <ClusterHeader cluster={cluster} deleted={deleted} />
        <ClusterTabs cluster={cluster} />
      </>
    );
  }
  if (deleted) {
    return (
      <EmptyState
        missing="data"
        title={t('detail.notFoundTitle')}
        description={t('detail.notFoundText')}
        action={<ListLink />}
      />
    );
  }
  if (error) {
    return (
      <>
        <ResponseErrorPanel title={t('detail.error')} error={error} />
        <Button onClick={() => refetch()}>{t('list.retry')}</Button>
      </>
    );
  }
  return <DetailSkeleton />;
}

function ClusterTabs({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const [tab, setTab] = useState('details');
  return (
    <>
      <Tabs
        value={tab}
        onChange={(_event, next: string) => setTab(next)}
        indicatorColor="primary"
        aria-label={t('detail.tabs')}
      >
        <Tab
          value="details"
          label={t('detail.details')}
          id="cluster-tab-details"
          aria-controls="cluster-panel-details"
        />
      </Tabs>
      <div
        role="tabpanel"
        id="cluster-panel-details"
        aria-labelledby="cluster-tab-details"
      >
        <DetailsTab cluster={cluster} />
      </div>
    </>
  );
}
