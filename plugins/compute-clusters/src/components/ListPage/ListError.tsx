import Button from '@material-ui/core/Button';
import type { UseQueryResult } from '@tanstack/react-query';
import { ResponseErrorPanel } from '@backstage/core-components';
import { statusOf } from '../../api/ComputeClustersQueries';
import { messageOf } from '../../api/messageOf';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';
import type { ListControls } from './ListFilters';

/** What went wrong with the list: a panel when there is nothing to show, a note when what is shown may be old. */
export function ListError(
  props: ListControls & { query: UseQueryResult<unknown> },
) {
  const t = useTexts();
  const { query, params, onChange, keepFocus } = props;
  if (!query.error) return null;
  // A cursor of an old address may no longer be understood: asking again does not help.
  const lost = params.cursor !== undefined && statusOf(query.error) === 400;
  const firstPage = () => {
    keepFocus();
    onChange({ cursor: undefined, page: 1 });
  };
  const retry = () => {
    keepFocus();
    query.refetch();
  };
  const next = lost ? (
    <Button size="small" onClick={firstPage}>
      {t('list.firstPage')}
    </Button>
  ) : (
    <Button size="small" onClick={retry}>
      {t('list.retry')}
    </Button>
  );
  if (query.data) {
    return (
      <Notice severity="warning" action={next}>
        {t('list.stale', { message: messageOf(query.error) })}
      </Notice>
    );
  }
  return (
    <>
      <ResponseErrorPanel title={t('list.error')} error={query.error} />
      {next}
    </>
  );
}
