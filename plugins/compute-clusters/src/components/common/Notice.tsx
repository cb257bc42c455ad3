import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';

const ICONS = {
  info: InfoOutlined,
  warning: ReportProblemOutlined,
  error: ErrorOutline,
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
    borderLeft: '4px solid',
    overflowWrap: 'anywhere',
  },
  text: { flexGrow: 1, minWidth: 0 },
  info: { borderLeftColor: theme.palette.primary.main },
  warning: { borderLeftColor: theme.palette.status.warning },
  error: { borderLeftColor: theme.palette.status.error },
}));

/** A banner that a screen reader announces, unless it is quiet: at once when it is an error. */
export function Notice(props: {
  severity: 'info' | 'warning' | 'error';
  children: ReactNode;
  action?: ReactNode;
  /** Holds more than should be read out whenever a part of it changes. */
  quiet?: boolean;
}) {
  const classes = useStyles();
  const Icon = ICONS[props.severity];
  const role = props.severity === 'error' ? 'alert' : 'status';
  return (
    <Paper
      variant="outlined"
      role={props.quiet ? undefined : role}
      className={`${classes.root} ${classes[props.severity]}`}
    >
      <Icon aria-hidden fontSize="small" />
      <Typography variant="body2" component="div" className={classes.text}>
        {props.children}
      </Typography>
      {props.action}
    </Paper>
  );
}
