import type { RefObject } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  CLUSTER_STATES,
  type ClusterState,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  isFiltered,
  NO_FILTER,
  type useListParams,
} from '../../hooks/useListParams';
import { useNamespaces, useNodeTypes } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { SearchField } from '../common/SearchField';
import { FilterChips } from './filters/FilterChips';
import { TagFilter } from './filters/TagFilter';
import { tagsOf } from './filters/tagsOf';
import { MultiSelect } from './MultiSelect';

/** What the parts of the list page get to read and change what it shows. */
export type ListControls = {
  params: ReturnType<typeof useListParams>['params'];
  onChange: ReturnType<typeof useListParams>['change'];
  /** Takes the focus before what was pressed goes away. */
  keepFocus: () => void;
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    padding: theme.spacing(2),
    borderRadius: theme.shape.borderRadius,
    // Labels have too little contrast on the page's own background.
    backgroundColor: theme.palette.background.paper,
    [theme.breakpoints.down('xs')]: {
      gap: theme.spacing(1),
      padding: theme.spacing(1),
    },
  },
}));

/** Filters and search. */
export function ListFilters(
  props: ListControls & {
    clusters: readonly ComputeCluster[];
    groupRef: RefObject<HTMLDivElement>;
  },
) {
  const { params, onChange, keepFocus, clusters, groupRef } = props;
  const t = useTexts();
  const classes = useStyles();
  const namespaces = useNamespaces().data ?? [];
  const nodeTypes = useNodeTypes().data ?? [];
  const clear = () => {
    keepFocus();
    onChange(NO_FILTER);
  };
  return (
    <div
      ref={groupRef}
      role="group"
      aria-label={t('list.filters')}
      tabIndex={-1}
      className={classes.root}
    >
      <MultiSelect
        label={t('list.namespace')}
        options={optionsOf(namespaces, params.namespaces)}
        value={params.namespaces}
        onChange={value => onChange({ namespaces: value })}
      />
      <MultiSelect<ClusterState>
        label={t('list.state')}
        options={CLUSTER_STATES.map(value => ({
          value,
          label: t(`state.${value}`),
        }))}
        value={params.states}
        onChange={states => onChange({ states })}
      />
      <MultiSelect
        label={t('list.nodeType')}
        options={optionsOf(nodeTypes, params.nodeTypes)}
        value={params.nodeTypes}
        onChange={value => onChange({ nodeTypes: value })}
      />
      <TagFilter
        known={tagsOf(clusters)}
        tags={params.tags}
        onChange={tags => onChange({ tags })}
      />
      <SearchField
        label={t('list.search')}
        value={params.text}
        onChange={text => onChange({ text }, { replace: true })}
      />
      {isFiltered(params) && (
        <Button size="small" onClick={clear}>
          {t('list.clearFilters')}
        </Button>
      )}
      <FilterChips {...props} />
    </div>
  );
}

/** What there is and what the address asks for, once each. */
function optionsOf(known: readonly { name: string }[], asked: string[]) {
  const names = new Set([...known.map(({ name }) => name), ...asked]);
  return [...names].sort().map(value => ({ value, label: value }));
}
