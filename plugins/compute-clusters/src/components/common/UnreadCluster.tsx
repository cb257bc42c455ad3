import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import type { useCluster } from '../../hooks/useCluster';
import { useTexts } from '../../hooks/useTexts';
import { DetailSkeleton } from './DetailSkeleton';
import { ListLink } from './ListLink';
import { RetryButton } from './RetryButton';

/** In the place of a cluster: that there is none, why it could not be read, or that it is on its way. */
export function UnreadCluster(props: {
  query: Omit<ReturnType<typeof useCluster>, 'cluster'>;
}) {
  const t = useTexts();
  const { error, deleted, refetch } = props.query;
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
  if (!error) return <DetailSkeleton />;
  return (
    <>
      <ResponseErrorPanel title={t('detail.error')} error={error} />
      <RetryButton onClick={refetch} />
    </>
  );
}
