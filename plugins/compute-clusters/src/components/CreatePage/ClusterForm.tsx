import { useEffect, useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useFormContext } from 'react-hook-form';
import type { ParsedCreateClusterRequest } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  GENERAL_FIELDS,
  type ClusterField,
  type ClusterFormValues,
} from '../../form/clusterFormValues';
import { GeneralTab } from '../../form/GeneralTab';
import { useRevalidation } from '../../form/useRevalidation';
import { useTexts } from '../../hooks/useTexts';
import { FormButtons } from './FormButtons';
import { FormProblems } from './FormProblems';
import { FormTabs, type FormTab } from './FormTabs';
import { ReviewTab } from './ReviewTab';
import { useSubmit } from './useSubmit';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, auto) 1fr',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
  },
  panel: {
    minWidth: 0,
    padding: theme.spacing(3),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
}));

/** The tabs of the form, with their buttons. Both tabs stay in the page, so that a field can be focused once its tab shows. */
export function ClusterForm() {
  const t = useTexts();
  const classes = useStyles();
  const { trigger } = useFormContext<ClusterFormValues>();
  useRevalidation();
  const [tab, setTab] = useState<FormTab>('general');
  const show = (next: FormTab) => {
    // Leaving a tab marks what is wrong on it, and goes on all the same.
    if (next !== tab && tab === 'general') trigger([...GENERAL_FIELDS]);
    setTab(next);
  };
  const showField = useFieldFocus(setTab);
  const { submit, busy, refusal } = useSubmit(showField);
  return (
    <Paper variant="outlined">
      <form noValidate onSubmit={submit} aria-label={t('form.title')}>
        <div className={classes.root}>
          <FormTabs tab={tab} onChange={show} />
          <div className={classes.panel}>
            <FormProblems refusal={refusal} />
            <FormPanel tab="general" current={tab}>
              <GeneralTab />
            </FormPanel>
            <FormPanel tab="review" current={tab}>
              <ReviewTab />
            </FormPanel>
            <FormButtons tab={tab} onChange={show} busy={busy} />
          </div>
        </div>
      </form>
    </Paper>
  );
}

function FormPanel(props: {
  tab: FormTab;
  current: FormTab;
  children: React.ReactNode;
}) {
  return (
    <div
      role="tabpanel"
      id={`cluster-form-${props.tab}`}
      aria-labelledby={`cluster-form-tab-${props.tab}`}
      hidden={props.tab !== props.current}
    >
      {props.children}
    </div>
  );
}

/** Shows the tab of a field, then focuses the field. */
function useFieldFocus(setTab: (tab: FormTab) => void) {
  const { setFocus } = useFormContext<
    ClusterFormValues,
    unknown,
    ParsedCreateClusterRequest
  >();
  const [wanted, setWanted] = useState<{ field: ClusterField }>();
  useEffect(() => {
    if (wanted) setFocus(wanted.field);
  }, [wanted, setFocus]);
  return (field: ClusterField) => {
    setTab('general');
    setWanted({ field });
  };
}
