import { useMemo, useRef } from 'react';
import { useClusters } from '../../hooks/useClusters';
import { useListCosts } from '../../hooks/useListCosts';
import { filterOf, queryOf, useListParams } from '../../hooks/useListParams';
import { usePageFocus } from '../../hooks/usePageFocus';
import { ChoiceBar } from './bulk/ChoiceBar';
import { useChoice } from './bulk/useChoice';
import { ClusterTable } from './ClusterTable';
import { columnsOf } from './columns';
import { ColumnMenu } from './filters/ColumnMenu';
import { ListEmpty } from './ListEmpty';
import { ListError } from './ListError';
import { ListFilters } from './ListFilters';
import { ListHeader } from './ListHeader';
import { ListPages } from './ListPages';
import { ListSummary } from './ListSummary';
import { useNarrow } from './useNarrow';
import { useTopOfPage } from './useTopOfPage';

/** All compute clusters that the caller may see. */
export function ListPage() {
  const { params, change } = useListParams();
  const query = useMemo(() => queryOf(params), [params]);
  const clusters = useClusters(query);
  const page = clusters.data;
  const costs = useListCosts(page?.items, {
    ...filterOf(params),
    owners: params.owners,
  });
  const choice = useChoice(page?.items);
  const narrow = useNarrow();
  const table = useRef<HTMLDivElement>(null);
  useTopOfPage(table, params.page);
  usePageFocus(table);
  const filters = useRef<HTMLDivElement>(null);
  const keepFocus = () => filters.current?.focus({ preventScroll: true });
  const controls = { params, onChange: change, keepFocus };
  const hidden = costs.allowed ? [] : (['month'] as const);
  const shown = params.columns.filter(id => costs.allowed || id !== 'month');
  return (
    <>
      <ListHeader />
      <ListFilters
        {...controls}
        clusters={page?.items ?? []}
        groupRef={filters}
      />
      <ListError query={clusters} {...controls} />
      <ListSummary page={page} costs={costs}>
        {!narrow && (
          <ColumnMenu
            columns={params.columns}
            hidden={hidden}
            onChange={columns => change({ columns })}
          />
        )}
      </ListSummary>
      {page?.items.length === 0 && <ListEmpty {...controls} />}
      {(page ? page.items.length > 0 : !clusters.error) && (
        <ClusterTable
          clusters={page?.items}
          columns={columnsOf(shown, narrow)}
          costs={costs}
          choice={choice}
          sort={params.sort}
          onSort={sort => change({ sort })}
          containerRef={table}
        />
      )}
      <ChoiceBar choice={choice} table={table} />
      {page && <ListPages {...controls} page={page} />}
    </>
  );
}
