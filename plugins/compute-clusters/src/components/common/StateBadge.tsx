import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import PauseCircleOutline from '@material-ui/icons/PauseCircleOutline';
import Timelapse from '@material-ui/icons/Timelapse';
import type {
  ClusterState,
  ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';

const ICONS = {
  STARTING: Timelapse,
  ACTIVE: CheckCircleOutline,
  STOPPING: Timelapse,
  STOPPED: PauseCircleOutline,
  FAILED: ErrorOutline,
  DELETING: Timelapse,
  UNKNOWN: HelpOutline,
} satisfies Record<ClusterState, unknown>;

const useStyles = makeStyles(theme => ({
  root: { display: 'inline-flex', alignItems: 'baseline' },
  // The badge stands on the line of the text beside it.
  icon: {
    alignSelf: 'center',
    flexShrink: 0,
    fontSize: '1.1em',
    marginRight: theme.spacing(0.5),
  },
  ACTIVE: { color: theme.palette.status.ok },
  FAILED: { color: theme.palette.status.error },
  STARTING: { color: theme.palette.status.running },
  STOPPING: { color: theme.palette.status.running },
  DELETING: { color: theme.palette.status.running },
  STOPPED: { color: theme.palette.status.aborted },
  UNKNOWN: { color: theme.palette.status.warning },
}));

/** A state as icon and word: never by colour alone. */
export function StateBadge(props: { status: ComputeCluster['status'] }) {
  const { state, lastKnownState } = props.status;
  const classes = useStyles();
  const t = useTexts();
  const Icon = ICONS[state];
  return (
    <span className={classes.root} data-state={state}>
      <Icon className={`${classes.icon} ${classes[state]}`} aria-hidden />
      <span>
        {t(`state.${state}`)}
        {state === 'UNKNOWN' &&
          ` (${t('state.lastKnown', { state: t(`state.${lastKnownState}`) })})`}
      </span>
    </span>
  );
}
