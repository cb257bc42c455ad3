import { messageOf } from '../../api/messageOf';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useKubernetesHealth } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { LostNodeBanner } from './LostNodeBanner';
import { RestartNotice } from './RestartNotice';
import { DeletedNotice } from '../common/DeletedNotice';
import { Notice } from '../common/Notice';
import { RelativeTime } from '../common/RelativeTime';

/** What a person must know before believing the page. */
export function ClusterBanners(props: {
  cluster: ComputeCluster;
  deleted: boolean;
  error: Error | null;
}) {
  const t = useTexts();
  const { cluster, deleted, error } = props;
  if (deleted) return <DeletedNotice name={cluster.name} />;
  return (
    <>
      {error && (
        <Notice severity="warning">
          {t('detail.stale', { message: messageOf(error) })}
        </Notice>
      )}
      <KubernetesBanner cluster={cluster} />
      <LostNodeBanner cluster={cluster} />
      {cluster.restartRequired && <RestartNotice cluster={cluster} />}
      {!cluster.ownerRef && (
        <Notice severity="warning">{t('detail.unmapped')}</Notice>
      )}
    </>
  );
}

function KubernetesBanner({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const { kubernetesCluster, status } = cluster;
  const health = useKubernetesHealth(kubernetesCluster).data;
  // A state may be unknown for another reason, which its own message tells.
  const silent =
    status.reason === 'KubernetesUnreachable' || health?.reachable === false;
  return (
    <>
      {silent && (
        <Notice severity="warning">
          {t('detail.unreachable', { kubernetesCluster })}{' '}
          {/* The banner is read out; its age is not, each second. */}
          <span aria-live="off">
            {t('detail.unreachableAge')}{' '}
            <RelativeTime time={status.observedAt} everyMs={1_000} />.
          </span>
        </Notice>
      )}
      {health?.simulated && (
        <Notice severity="info">
          {t('detail.simulated', { kubernetesCluster })}
        </Notice>
      )}
    </>
  );
}
