import Button from '@material-ui/core/Button';
import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import { useParams } from 'react-router-dom';
import { useCluster } from '../../hooks/useCluster';
import { useTexts } from '../../hooks/useTexts';
import { ListLink } from '../common/ListLink';
import { ClusterBanners } from './ClusterBanners';
import { ClusterHeader } from './ClusterHeader';
import { ClusterTabs } from './ClusterTabs';
import { DetailSkeleton } from './DetailSkeleton';

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
