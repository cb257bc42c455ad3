import { makeStyles } from '@material-ui/core/styles';
import { CreateButton } from '../common/CreateButton';
import { DocsButton } from '../common/DocsButton';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
}));

/** Below the title, which the app draws: the ways to the documentation and to a new cluster. */
export function ListHeader() {
  return (
    <div className={useStyles().root}>
      <DocsButton />
      <CreateButton />
    </div>
  );
}
