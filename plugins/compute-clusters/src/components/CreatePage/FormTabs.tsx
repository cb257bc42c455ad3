import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ErrorIcon from '@material-ui/icons/Error';
import { useFormState } from 'react-hook-form';
import { type ClusterFormValues } from '../../form/clusterFormValues';
import { useTexts } from '../../hooks/useTexts';

/** The tabs of the form, in their order. */
export const FORM_TABS = ['general', 'review'] as const;

/** A tab of the form. */
export type FormTab = (typeof FORM_TABS)[number];

const useStyles = makeStyles(theme => ({
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  mark: { color: theme.palette.status.error },
}));

/** The form's tabs, on the left where there is room; those with errors have a red mark. */
export function FormTabs(props: {
  tab: FormTab;
  onChange: (tab: FormTab) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const invalid = useInvalidTabs();
  return (
    <Tabs
      orientation={narrow ? 'horizontal' : 'vertical'}
      aria-label={t('form.tabs')}
      indicatorColor="primary"
      value={props.tab}
      onChange={(_event, tab: FormTab) => props.onChange(tab)}
    >
      {FORM_TABS.map(tab => {
        const label = t(`form.${tab}`);
        return (
          <Tab
            key={tab}
            value={tab}
            id={`cluster-form-tab-${tab}`}
            aria-controls={`cluster-form-${tab}`}
            aria-label={
              invalid[tab] ? t('form.hasErrors', { tab: label }) : label
            }
            label={
              <span className={classes.label}>
                {label}
                {invalid[tab] && (
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

function useInvalidTabs(): Record<FormTab, boolean> {
  const state = useFormState<ClusterFormValues>();
  const invalid = Object.keys(state.errors).length > 0;
  return { general: invalid, review: false };
}
