import { makeStyles } from '@material-ui/core/styles';
import CheckBox from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlank from '@material-ui/icons/CheckBoxOutlineBlank';

const useStyles = makeStyles(theme => ({
  root: { flexShrink: 0, marginRight: theme.spacing(1) },
}));

/** A ticked or empty box, for the eye only: the entry of a menu, in which it stands, tells a screen reader. */
export function Tick({ on }: { on: boolean }) {
  const classes = useStyles();
  const Box = on ? CheckBox : CheckBoxOutlineBlank;
  return (
    <Box
      className={classes.root}
      color={on ? 'primary' : 'action'}
      fontSize="small"
    />
  );
}
