import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  CLUSTER_STATES,
  type ClusterState,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ListClustersQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** Clusters on a page of the list. */
export const PAGE_SIZE = 50;

const SORTS = [
  'name',
  '-name',
  'namespace',
  '-namespace',
  'state',
  '-state',
] as const;

/** An order that the list offers. */
export type ListSort = (typeof SORTS)[number];

/** What the list shows: all of it is in the address, so that it can be shared and the back button works. */
export type ListParams = {
  namespaces: string[];
  states: ClusterState[];
  text: string;
  sort: ListSort;
  cursor: string | undefined;
  page: number;
};

/** Reads the list's parameters from the address, and writes them there. */
export function useListParams() {
  const [search, setSearch] = useSearchParams();
  const params = useMemo(() => parse(search), [search]);
  const change = useCallback(
    (changes: Partial<ListParams>, options?: { replace?: boolean }) =>
      setSearch(
        old =>
          format({ ...parse(old), cursor: undefined, page: 1, ...changes }),
        options,
      ),
    [setSearch],
  );
  return { params, change };
}

/** The request for what the list shows. */
export function queryOf(params: ListParams): ListClustersQuery {
  return {
    ...(params.namespaces.length && { namespace: params.namespaces }),
    ...(params.states.length && { state: params.states }),
    ...(params.text && { text: params.text }),
    ...(params.cursor && { cursor: params.cursor }),
    sort: params.sort,
    limit: PAGE_SIZE,
  };
}

/** Whether anything narrows the list. */
export function isFiltered({ namespaces, states, text }: ListParams): boolean {
  return namespaces.length + states.length + text.length > 0;
}

function parse(search: URLSearchParams): ListParams {
  const known = new Set<string>(search.getAll('state'));
  const page = Number(search.get('page') ?? 1);
  return {
    namespaces: search.getAll('namespace'),
    states: CLUSTER_STATES.filter(state => known.has(state)),
    text: search.get('text') ?? '',
    sort: SORTS.find(sort => sort === search.get('sort')) ?? 'name',
    cursor: search.get('cursor') ?? undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

function format(params: ListParams): URLSearchParams {
  const search = new URLSearchParams();
  params.namespaces.forEach(name => search.append('namespace', name));
  params.states.forEach(state => search.append('state', state));
  if (params.text) search.set('text', params.text);
  if (params.sort !== 'name') search.set('sort', params.sort);
  if (params.cursor) search.set('cursor', params.cursor);
  if (params.page > 1) search.set('page', String(params.page));
  return search;
}
