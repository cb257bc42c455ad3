import Chip from '@material-ui/core/Chip';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import Replay from '@material-ui/icons/Replay';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(0, 0, 0, 1) },
}));

/** Says that what runs is older than what is saved. */
export function RestartRequired() {
  const t = useTexts();
  const classes = useStyles();
  return (
    <Tooltip title={t('list.restartRequiredHint')}>
      <Chip
        size="small"
        variant="outlined"
        className={classes.root}
        icon={<Replay aria-hidden />}
        label={t('list.restartRequired')}
      />
    </Tooltip>
  );
}
