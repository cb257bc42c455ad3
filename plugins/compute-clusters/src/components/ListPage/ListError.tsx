import { messageOf } from '../../api/messageOf';
import Button from '@material-ui/core/Button';
import type { UseQueryResult } from '@tanstack/react-query';
import { ResponseErrorPanel } from '@backstage/core-components';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';

/** What went wrong with the list: a panel when there is nothing to show, a note when what is shown may be old. */
export function ListError({ query }: { query: UseQueryResult<unknown> }) {
  const t = useTexts();
  if (!query.error) return null;
  const retry = (
    <Button size="small" onClick={() => query.refetch()}>
      {t('list.retry')}
    </Button>
  );
  if (query.data) {
    return (
      <Notice severity="warning" action={retry}>
        {t('list.stale', { message: messageOf(query.error) })}
      </Notice>
    );
  }
  return (
    <>
      <ResponseErrorPanel title={t('list.error')} error={query.error} />
      {retry}
    </>
  );
}
