import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  text: {
    maxHeight: 320,
    overflow: 'auto',
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1),
    fontSize: theme.typography.caption.fontSize,
    backgroundColor: theme.palette.background.default,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

/** Some lines of a log, which open on demand. */
export function LogExcerpt(props: { title: string; text: string }) {
  const classes = useStyles();
  return (
    <details>
      <summary>{props.title}</summary>
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.text} tabIndex={0}>
        {props.text}
      </pre>
    </details>
  );
}
