import { useState, type MouseEvent, type ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { ConfigurationsTab } from '../../form/ConfigurationsTab';
import { DependenciesTab } from '../../form/DependenciesTab';
import { DockerTab } from '../../form/DockerTab';
import { FORM_TABS, type FormTab } from '../../form/formFields';
import { GeneralTab } from '../../form/GeneralTab';
import { TagRows } from '../../form/rows/TagRows';
import { useRevalidation } from '../../form/useRevalidation';
import { useTabCheck } from '../../form/useTabCheck';
import { FormButtons } from './FormButtons';
import { FormProblems } from './FormProblems';
import type { FormPurpose } from './FormPurpose';
import { FormTabs } from './FormTabs';
import { LeaveGuard } from './LeaveGuard';
import { ReviewTab } from './ReviewTab';
import { useFieldFocus } from './useFieldFocus';
import { panelIdOf, usePanelFocus } from './usePanelFocus';
import { useSubmit } from './useSubmit';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, auto) 1fr',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  panel: {
    minWidth: 0,
    padding: theme.spacing(3),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  // It takes the focus only so that the next stop is the first field.
  content: { outline: 0 },
}));

/** The tabs of the form, with their buttons. All stay in the page, so that a field can be focused once its tab shows. */
export function ClusterForm(props: { purpose: FormPurpose; title: string }) {
  const classes = useStyles();
  const { purpose } = props;
  useRevalidation();
  const check = useTabCheck();
  const [tab, setTab] = useState<FormTab>('general');
  const show = (next: FormTab) => {
    // Leaving a tab marks what is wrong on it, and goes on all the same.
    if (next !== tab && tab !== 'review') check(tab);
    setTab(next);
  };
  const showField = useFieldFocus(setTab);
  const goTo = usePanelFocus(show);
  const { submit, busy, refusal } = useSubmit(purpose, showField);
  return (
    <Paper variant="outlined">
      <form noValidate onSubmit={submit} aria-label={props.title}>
        <div className={classes.root}>
          <FormTabs tab={tab} onChange={show} purpose={purpose} />
          {/* Not an action of its own: the buttons in it are. */}
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
          <div className={classes.panel} onMouseDown={keepFocus}>
            <FormProblems refusal={refusal} purpose={purpose} />
            {FORM_TABS.map(each => (
              <FormPanel key={each} tab={each} current={tab}>
                <PanelContent tab={each} purpose={purpose} />
              </FormPanel>
            ))}
            <FormButtons
              tab={tab}
              onChange={goTo}
              busy={busy}
              purpose={purpose}
            />
          </div>
        </div>
      </form>
      <LeaveGuard />
    </Paper>
  );
}

/**
 * A field that loses the focus is checked, and its error moves what is below it: a button would slip away between press
 * and release. So pressing a button takes no focus.
 */
function keepFocus(event: MouseEvent<HTMLElement>) {
  const { target } = event;
  if (target instanceof Element && target.closest('button, a')) {
    event.preventDefault();
  }
}

function PanelContent(props: { tab: FormTab; purpose: FormPurpose }) {
  switch (props.tab) {
    case 'general':
      return <GeneralTab locked={props.purpose.kind === 'configure'} />;
    case 'configurations':
      return <ConfigurationsTab />;
    case 'dependencies':
      return <DependenciesTab />;
    case 'docker':
      return <DockerTab />;
    case 'tags':
      return <TagRows />;
    default:
      return <ReviewTab purpose={props.purpose} />;
  }
}

function FormPanel(props: {
  tab: FormTab;
  current: FormTab;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div
      role="tabpanel"
      id={panelIdOf(props.tab)}
      aria-labelledby={`cluster-form-tab-${props.tab}`}
      hidden={props.tab !== props.current}
      tabIndex={-1}
      className={classes.content}
    >
      {props.children}
    </div>
  );
}
