import { useMemo } from 'react';
import { useClusters } from '../../hooks/useClusters';
import { queryOf, useListParams } from '../../hooks/useListParams';
import { ClusterTable } from './ClusterTable';
import { ListEmpty } from './ListEmpty';
import { ListError } from './ListError';
import { ListFilters } from './ListFilters';
import { ListPages } from './ListPages';
import { StateSummary } from './StateSummary';

/** All compute clusters that the caller may see. */
export function ListPage() {
  const { params, change } = useListParams();
  const query = useMemo(() => queryOf(params), [params]);
  const clusters = useClusters(query);
  const page = clusters.data;
  return (
    <>
      <ListFilters params={params} onChange={change} />
      <ListError query={clusters} />
      {page && <StateSummary query={query} page={page} />}
      {page?.items.length === 0 ? (
        <ListEmpty params={params} onChange={change} />
      ) : (
        (page || !clusters.error) && (
          <ClusterTable
            clusters={page?.items}
            sort={params.sort}
            onSort={sort => change({ sort })}
          />
        )
      )}
      {page && <ListPages params={params} page={page} onChange={change} />}
    </>
  );
}
