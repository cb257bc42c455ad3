import { alpha, makeStyles } from '@material-ui/core/styles';

/** How the cells of the list look. */
export const useTableStyles = makeStyles(theme => ({
  // Fixed, so that no column moves when a state changes.
  table: { tableLayout: 'fixed' },
  cell: {
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    lineHeight: 1.4,
    padding: theme.spacing(1),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.75) },
  },
  head: {
    padding: theme.spacing(1),
    textTransform: 'none',
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.75) },
  },
  check: { padding: 0, verticalAlign: 'top', textAlign: 'center' },
  secondary: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.caption.fontSize,
    lineHeight: 1.4,
    overflowWrap: 'anywhere',
  },
  // The grey of secondary texts has too little contrast on the grey of a row that is pointed at or chosen.
  row: {
    '&.Mui-selected, &.Mui-selected:hover': {
      // On the grey of a dark theme, so would links.
      backgroundColor:
        theme.palette.type === 'dark'
          ? alpha(theme.palette.primary.main, 0.12)
          : theme.palette.action.selected,
    },
    '&:hover $secondary, &.Mui-selected $secondary': {
      color: theme.palette.text.primary,
    },
  },
  failed: { fontSize: theme.typography.caption.fontSize, lineHeight: 1.4 },
  id: {
    fontFamily: 'monospace',
    whiteSpace: 'nowrap',
  },
  // "20 min. ago" comes below rather than in two pieces.
  whole: { whiteSpace: 'nowrap' },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
}));
