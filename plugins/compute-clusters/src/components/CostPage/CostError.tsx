import type { UseQueryResult } from '@tanstack/react-query';
import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import { statusOf } from '../../api/ComputeClustersQueries';
import { messageOf } from '../../api/messageOf';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';
import { RetryButton } from '../common/RetryButton';

/** Why there are no costs, or why those shown may be old. A policy that refuses them is no fault: nothing to try again. */
export function CostError({ query }: { query: UseQueryResult<unknown> }) {
  const t = useTexts();
  const { data, error, refetch } = query;
  if (!error) return null;
  const retry = <RetryButton onClick={refetch} />;
  if (data) {
    return (
      <Notice severity="warning" action={retry}>
        {t('list.stale', { message: messageOf(error) })}
      </Notice>
    );
  }
  if (statusOf(error) === 403) {
    return (
      <EmptyState
        missing="info"
        title={t('cost.refusedTitle')}
        description={t('cost.refusedText')}
      />
    );
  }
  return (
    <>
      <ResponseErrorPanel title={t('cost.error')} error={error} />
      {retry}
    </>
  );
}
