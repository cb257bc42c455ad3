import { useRef, type ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { usePageFocus } from '../../hooks/usePageFocus';

const useStyles = makeStyles({
  // It takes the focus only so that it is read out, and the next stop is the first control.
  root: { margin: 0, minWidth: 0, outline: 0 },
});

/** What a page is about; it has the focus when a command led to the page. */
export function PageHeading(props: {
  children: ReactNode;
  /** When it changes, what had the focus may be gone. */
  changed?: boolean;
}) {
  const classes = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  usePageFocus(heading, props.changed);
  return (
    <Typography
      variant="h4"
      component="h2"
      ref={heading}
      tabIndex={-1}
      className={classes.root}
    >
      {props.children}
    </Typography>
  );
}
