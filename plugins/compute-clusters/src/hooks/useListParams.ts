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

/** The columns that can be left out, in their order. */
export const OPTIONAL_COLUMNS = [
  'executors',
  'namespace',
  'autoScaling',
  'month',
  'image',
] as const;

/** A column that can be left out. */
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];

const DEFAULT_COLUMNS = OPTIONAL_COLUMNS.filter(id => id !== 'image');

/** What the list shows: all of it is in the address, so that it can be shared and the back button works. */
export type ListParams = {
  namespaces: string[];
  /** Entity refs, as a card of the catalog asks for them. */
  owners: string[];
  states: ClusterState[];
  nodeTypes: string[];
  /** `KEY` or `KEY=VALUE`. */
  tags: string[];
  text: string;
  sort: ListSort;
  columns: OptionalColumn[];
  cursor: string | undefined;
  page: number;
};

/** What shows everything. */
export const NO_FILTER = {
  namespaces: [],
  owners: [],
  states: [],
  nodeTypes: [],
  tags: [],
  text: '',
} satisfies Partial<ListParams>;

/** Reads the list's parameters from the address, and writes them there. */
export function useListParams() {
  const [search, setSearch] = useSearchParams();
  const params = useMemo(() => parse(search), [search]);
  const change = useCallback(
    (changes: Partial<ListParams>, options?: { replace?: boolean }) =>
      setSearch(old => {
        const firstPage = changes.columns ? {} : { cursor: undefined, page: 1 };
        return format({ ...parse(old), ...firstPage, ...changes });
      }, options),
    [setSearch],
  );
  return { params, change };
}

/** What says which clusters for the list and for what they cost alike: usage knows neither states nor owners. */
export function filterOf(params: ListParams) {
  return {
    ...(params.namespaces.length && { namespace: params.namespaces }),
    ...(params.nodeTypes.length && { nodeType: params.nodeTypes }),
    ...(params.tags.length && { tag: params.tags }),
    ...(params.text && { text: params.text }),
  } satisfies ListClustersQuery;
}

/** The request for what the list shows. */
export function queryOf(params: ListParams): ListClustersQuery {
  return {
    ...filterOf(params),
    ...(params.owners.length && { owner: params.owners }),
    ...(params.states.length && { state: params.states }),
    ...(params.cursor && { cursor: params.cursor }),
    sort: params.sort,
    limit: PAGE_SIZE,
  };
}

/** Whether anything narrows the list. */
export function isFiltered(params: ListParams): boolean {
  const { namespaces, owners, states, nodeTypes, tags, text } = params;
  return [namespaces, owners, states, nodeTypes, tags, text].some(
    ({ length }) => length > 0,
  );
}

function parse(search: URLSearchParams): ListParams {
  const known = new Set<string>(search.getAll('state'));
  const page = Number(search.get('page') ?? 1);
  return {
    namespaces: search.getAll('namespace'),
    owners: search.getAll('owner'),
    states: CLUSTER_STATES.filter(state => known.has(state)),
    nodeTypes: search.getAll('nodeType'),
    tags: search.getAll('tag'),
    text: search.get('text') ?? '',
    sort: SORTS.find(sort => sort === search.get('sort')) ?? 'name',
    columns: parseColumns(search.get('columns')),
    cursor: search.get('cursor') ?? undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

function parseColumns(text: string | null): OptionalColumn[] {
  if (text === null) return DEFAULT_COLUMNS;
  const chosen = new Set<string>(text.split(','));
  return OPTIONAL_COLUMNS.filter(id => chosen.has(id));
}

function format(params: ListParams): URLSearchParams {
  const search = new URLSearchParams();
  params.namespaces.forEach(name => search.append('namespace', name));
  params.owners.forEach(ref => search.append('owner', ref));
  params.states.forEach(state => search.append('state', state));
  params.nodeTypes.forEach(name => search.append('nodeType', name));
  params.tags.forEach(tag => search.append('tag', tag));
  if (params.text) search.set('text', params.text);
  if (params.sort !== 'name') search.set('sort', params.sort);
  const columns = params.columns.join(',');
  if (columns !== DEFAULT_COLUMNS.join(',')) search.set('columns', columns);
  if (params.cursor) search.set('cursor', params.cursor);
  if (params.page > 1) search.set('page', String(params.page));
  return search;
}
