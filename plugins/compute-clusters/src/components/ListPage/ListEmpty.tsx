import Button from '@material-ui/core/Button';
import { EmptyState } from '@backstage/core-components';
import { isFiltered, NO_FILTER } from '../../hooks/useListParams';
import { useNamespaces } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { CreateButton } from '../common/CreateButton';
import type { ListControls } from './ListFilters';

/** Why the list is empty, and what to do about it. */
export function ListEmpty({ params, onChange, keepFocus }: ListControls) {
  const t = useTexts();
  const namespaces = useNamespaces().data;
  if (params.cursor) {
    const firstPage = () => {
      keepFocus();
      onChange({ cursor: undefined, page: 1 });
    };
    return (
      <EmptyState
        missing="data"
        title={t('empty.noneLeftTitle')}
        description={t('empty.noneLeftText')}
        action={
          <Button variant="outlined" onClick={firstPage}>
            {t('list.firstPage')}
          </Button>
        }
      />
    );
  }
  if (isFiltered(params)) {
    const clear = () => {
      keepFocus();
      onChange(NO_FILTER);
    };
    return (
      <EmptyState
        missing="data"
        title={t('empty.noMatchTitle')}
        description={t('empty.noMatchText')}
        action={
          <Button variant="outlined" onClick={clear}>
            {t('list.clearFilters')}
          </Button>
        }
      />
    );
  }
  if (namespaces?.length === 0) {
    return (
      <EmptyState
        missing="info"
        title={t('empty.noNamespaceTitle')}
        description={t('empty.noNamespaceText')}
      />
    );
  }
  return (
    <EmptyState
      missing="content"
      title={t('empty.noClusterTitle')}
      description={t('empty.noClusterText')}
      action={<CreateButton />}
    />
  );
}
