import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import Timelapse from '@material-ui/icons/Timelapse';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import type { ClusterStatus } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { LastingFor } from '../common/LastingFor';
import { currentStep, progressOf, START_STEPS } from './startProgress';

const ICONS = {
  done: CheckCircle,
  current: Timelapse,
  waiting: RadioButtonUnchecked,
};

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), overflowWrap: 'anywhere' },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    listStyle: 'none',
    padding: 0,
    margin: theme.spacing(0, 0, 1),
    ...theme.typography.body2,
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    '&:not(:last-child)::after': {
      content: '""',
      width: theme.spacing(3),
      marginLeft: theme.spacing(0.5),
      borderTop: `1px solid ${theme.palette.text.secondary}`,
    },
    '&[aria-current]': { fontWeight: theme.typography.fontWeightBold },
  },
  done: { color: theme.palette.status.ok },
  current: { color: theme.palette.status.running },
  waiting: { color: theme.palette.text.secondary },
}));

/** Where the start is, what it waits for, and for how long it has been under way. */
export function StartStepper({ status }: { status: ClusterStatus }) {
  const t = useTexts();
  const classes = useStyles();
  const current = currentStep(status.reason);
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('stepper.title')}
      className={classes.root}
    >
      <ol className={classes.steps}>
        {START_STEPS.map(step => {
          const at = progressOf(step, current);
          const Icon = ICONS[at];
          const label = t(`stepper.${step}`);
          return (
            <li
              key={step}
              className={classes.step}
              aria-current={at === 'current' ? 'step' : undefined}
            >
              <Icon
                fontSize="small"
                className={classes[at]}
                titleAccess={t(`stepper.${at}`, { step: label })}
              />
              {label}
            </li>
          );
        })}
      </ol>
      <Typography variant="body2">
        {t('stepper.waitsFor', { step: t(`stepper.${current}`) })}{' '}
        {status.message} {t('stepper.underWay')}{' '}
        <LastingFor since={status.since} />.
      </Typography>
    </Paper>
  );
}
