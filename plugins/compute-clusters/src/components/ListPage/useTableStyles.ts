import { makeStyles } from '@material-ui/core/styles';

/** How the cells of the list look. */
export const useTableStyles = makeStyles(theme => ({
  cell: {
    verticalAlign: 'top',
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.75) },
  },
  head: {
    whiteSpace: 'nowrap',
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.75) },
  },
  secondary: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.caption.fontSize,
    lineHeight: 1.4,
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
