import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Activity } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { RelativeTime } from '../common/RelativeTime';
import { UserName } from '../common/UserName';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', padding: 0, margin: 0 },
  item: { marginBottom: theme.spacing(1.5), overflowWrap: 'anywhere' },
  secondary: { color: theme.palette.text.secondary },
}));

/** What people and schedules did, in the given order. */
export function ActivityList({ activities }: { activities: Activity[] }) {
  const t = useTexts();
  const classes = useStyles();
  if (activities.length === 0) {
    return <Typography variant="body2">{t('activity.none')}</Typography>;
  }
  return (
    <ul className={classes.list}>
      {activities.map(activity => (
        <li key={activity.id} className={classes.item}>
          <ActivityLine activity={activity} />
        </li>
      ))}
    </ul>
  );
}

function ActivityLine({ activity }: { activity: Activity }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <>
      <Typography variant="body2">
        {t(`activity.${activity.action}`)} {t('activity.by')}{' '}
        <UserName name={activity.user} />
      </Typography>
      <Typography variant="caption" className={classes.secondary}>
        <RelativeTime time={activity.at} />
        {activity.message && ` · ${activity.message}`}
      </Typography>
    </>
  );
}
