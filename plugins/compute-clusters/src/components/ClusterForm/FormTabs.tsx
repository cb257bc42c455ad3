import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ErrorIcon from '@material-ui/icons/Error';
import { useFormState } from 'react-hook-form';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { FORM_TABS, tabOf, type FormTab } from '../../form/formFields';
import { invalidFields } from '../../form/invalidFields';
import { useTexts } from '../../hooks/useTexts';
import { useTabStyles } from '../common/useTabStyles';
import type { FormPurpose } from './FormPurpose';
import { panelIdOf } from './usePanelFocus';

const useStyles = makeStyles(theme => ({
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  // Under one another, they begin at one line.
  left: { alignItems: 'flex-start' },
  mark: { color: theme.palette.status.error },
}));

/** The form's tabs, on the left where there is room; those with errors have a red mark. */
export function FormTabs(props: {
  tab: FormTab;
  onChange: (tab: FormTab) => void;
  purpose: FormPurpose;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { root } = useTabStyles();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const invalid = useInvalidTabs();
  return (
    <Tabs
      orientation={narrow ? 'horizontal' : 'vertical'}
      variant={narrow ? 'scrollable' : 'standard'}
      scrollButtons="auto"
      aria-label={t('form.tabs')}
      indicatorColor="primary"
      value={props.tab}
      onChange={(_event, tab: FormTab) => props.onChange(tab)}
    >
      {FORM_TABS.map(tab => {
        const label = t(
          tab === 'review' ? `form.${props.purpose.kind}Review` : `form.${tab}`,
        );
        const wrong = invalid.has(tab);
        return (
          <Tab
            key={tab}
            value={tab}
            classes={narrow ? { root } : { root, wrapper: classes.left }}
            id={`cluster-form-tab-${tab}`}
            aria-controls={panelIdOf(tab)}
            aria-label={wrong ? t('form.hasErrors', { tab: label }) : label}
            label={
              <span className={classes.label}>
                {label}
                {wrong && (
                  <ErrorIcon
                    className={classes.mark}
                    fontSize="small"
                    aria-hidden
                  />
                )}
              </span>
            }
          />
        );
      })}
    </Tabs>
  );
}

function useInvalidTabs(): ReadonlySet<FormTab> {
  const { errors } = useFormState<ClusterFormValues>();
  return new Set(invalidFields(errors).map(tabOf));
}
