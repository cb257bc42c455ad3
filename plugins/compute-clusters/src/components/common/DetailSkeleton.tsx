import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../hooks/useTexts';
import { Skeleton } from './Skeleton';

const WIDTHS = [320, 240, 480, 400, 440, 360];
const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2) },
}));

/** The place of a cluster that is on its way. */
export function DetailSkeleton() {
  const t = useTexts();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography role="status" variant="body2">
        {t('detail.loading')}
      </Typography>
      {WIDTHS.map(width => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
