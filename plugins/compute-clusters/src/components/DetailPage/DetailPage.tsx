import { useParams } from 'react-router-dom';
import { useCluster } from '../../hooks/useCluster';
import { UnreadCluster } from '../common/UnreadCluster';
import { ClusterBanners } from './ClusterBanners';
import { ClusterHeader } from './ClusterHeader';
import { ClusterTabs } from './ClusterTabs';

/** The page of one compute cluster. It stays when the cluster is deleted meanwhile. */
export function DetailPage() {
  const { kubernetesCluster = '', namespace = '', name = '' } = useParams();
  const { cluster, ...query } = useCluster({
    kubernetesCluster,
    namespace,
    name,
  });
  const { error, deleted } = query;
  if (!cluster) return <UnreadCluster query={query} />;
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
