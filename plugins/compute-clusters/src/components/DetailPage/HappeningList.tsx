import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    listStyle: 'none',
    padding: 0,
    margin: 0,
    '& li': { marginBottom: theme.spacing(1.5), overflowWrap: 'anywhere' },
  },
}));

/** A list of what happened, one below the other. */
export function HappeningList({ children }: { children: ReactNode }) {
  return <ul className={useStyles().root}>{children}</ul>;
}
