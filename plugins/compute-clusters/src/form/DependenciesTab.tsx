import { makeStyles } from '@material-ui/core/styles';
import { TextRows } from './rows/TextRows';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(3) },
}));

/** Tab Dependencies: what is loaded beside the image. */
export function DependenciesTab() {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <TextRows list="jars" />
      <TextRows list="files" />
      <TextRows list="pyFiles" />
      <TextRows list="packages" />
    </div>
  );
}
