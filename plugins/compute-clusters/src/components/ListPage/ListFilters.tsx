import { makeStyles } from '@material-ui/core/styles';
import {
  CLUSTER_STATES,
  type ClusterState,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { useListParams } from '../../hooks/useListParams';
import { useNamespaces } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { CreateButton } from '../common/CreateButton';
import { MultiSelect } from './MultiSelect';
import { SearchField } from '../common/SearchField';

/** What the parts of the list page get to read and change what it shows. */
export type ListControls = {
  params: ReturnType<typeof useListParams>['params'];
  onChange: ReturnType<typeof useListParams>['change'];
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
  },
  space: { flexGrow: 1 },
}));

/** Filters, search and the create button. */
export function ListFilters({ params, onChange }: ListControls) {
  const t = useTexts();
  const classes = useStyles();
  const namespaces = useNamespaces().data ?? [];
  const names = new Set([
    ...namespaces.map(({ name }) => name),
    ...params.namespaces,
  ]);
  return (
    <div className={classes.root}>
      <MultiSelect
        label={t('list.namespace')}
        options={[...names].sort().map(value => ({ value, label: value }))}
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
      <SearchField
        label={t('list.search')}
        value={params.text}
        onChange={text => onChange({ text }, { replace: true })}
      />
      <div className={classes.space} />
      <CreateButton />
    </div>
  );
}
