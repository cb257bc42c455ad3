import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import Timelapse from '@material-ui/icons/Timelapse';
import Typography from '@material-ui/core/Typography';
import type { ClusterStatus } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { RelativeTime } from '../common/RelativeTime';
import { START_STEPS, startProgress } from './startProgress';

const ICONS = {
  done: CheckCircle,
  current: Timelapse,
  waiting: RadioButtonUnchecked,
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 3),
    listStyle: 'none',
    padding: 0,
    margin: theme.spacing(1, 0),
    ...theme.typography.body2,
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  done: { color: theme.palette.status.ok },
  current: { color: theme.palette.status.running },
  waiting: { color: theme.palette.text.disabled },
}));

/** Where the start is, and what it waits for. */
export function StartStepper({ status }: { status: ClusterStatus }) {
  const t = useTexts();
  const classes = useStyles();
  const progress = startProgress(status.reason);
  return (
    <section aria-label={t('stepper.title')}>
      <ol className={classes.root}>
        {START_STEPS.map(step => {
          const at = progress[step];
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
        {status.message} (<RelativeTime time={status.since} everyMs={1_000} />)
      </Typography>
    </section>
  );
}
