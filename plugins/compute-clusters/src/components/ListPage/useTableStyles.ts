import { makeStyles } from '@material-ui/core/styles';

/** On narrow screens the less important columns give way. */
export const useTableStyles = makeStyles(theme => ({
  cell: {
    verticalAlign: 'top',
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.75) },
  },
  wideOnly: {
    verticalAlign: 'top',
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  head: { verticalAlign: 'bottom' },
  secondary: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
  id: {
    fontFamily: 'monospace',
    whiteSpace: 'nowrap',
  },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
}));
