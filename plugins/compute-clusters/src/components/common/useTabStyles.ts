import { makeStyles } from '@material-ui/core/styles';

/** How tabs look under the pointer: Backstage's theme lights them up in the dark until they cannot be read. */
export const useTabStyles = makeStyles(theme => ({
  root: {
    '&:hover': {
      color: theme.palette.text.primary,
      background: theme.palette.action.hover,
    },
  },
}));
