import { makeStyles } from '@material-ui/core/styles';
import AddCircleOutline from '@material-ui/icons/AddCircleOutline';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import DeleteOutline from '@material-ui/icons/DeleteOutline';
import FiberManualRecord from '@material-ui/icons/FiberManualRecord';
import PlayArrow from '@material-ui/icons/PlayArrow';
import Replay from '@material-ui/icons/Replay';
import Stop from '@material-ui/icons/Stop';
import type { Happening } from './happenings';
import { toneOf } from './happeningTone';

const ICONS = {
  create: AddCircleOutline,
  start: PlayArrow,
  restart: Replay,
  terminate: Stop,
  delete: DeleteOutline,
  ready: CheckCircleOutline,
  other: FiberManualRecord,
};

const useStyles = makeStyles(theme => ({
  on: { color: theme.palette.status.ok },
  off: { color: theme.palette.status.error },
  neutral: { color: theme.palette.text.secondary },
}));

/** What kind of thing happened, for the eye: the words beside it say it too. */
export function HappeningMark({ happening }: { happening: Happening }) {
  const classes = useStyles();
  const tone = toneOf(happening);
  const Icon = ICONS[iconOf(happening)];
  return (
    <Icon
      aria-hidden
      fontSize="inherit"
      className={classes[tone]}
      data-tone={tone}
    />
  );
}

function iconOf(happening: Happening): keyof typeof ICONS {
  if (happening.kind !== 'activity') {
    return happening.kind === 'ready' ? 'ready' : 'other';
  }
  const { action } = happening.activity;
  return isMarked(action) ? action : 'other';
}

function isMarked(action: string): action is keyof typeof ICONS {
  return Object.hasOwn(ICONS, action);
}
