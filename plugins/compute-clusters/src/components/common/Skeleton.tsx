import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    height: '1.2em',
    maxWidth: '100%',
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
    '@media (prefers-reduced-motion: no-preference)': {
      animation: '$pulse 1.5s ease-in-out infinite',
    },
  },
  '@keyframes pulse': {
    '50%': { opacity: 0.4 },
  },
}));

/** A grey bar where a text will be. */
export function Skeleton({ width }: { width?: number }) {
  const classes = useStyles();
  return <div className={classes.root} style={{ width }} aria-hidden />;
}
