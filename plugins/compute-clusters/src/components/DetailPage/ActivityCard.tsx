import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { InfoCard, ResponseErrorPanel } from '@backstage/core-components';
import type { Activity } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useActivity } from '../../hooks/useCluster';
import { useTexts } from '../../hooks/useTexts';
import { RelativeTime } from '../common/RelativeTime';
import { Skeleton } from '../common/Skeleton';
import { UserName } from '../common/UserName';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', padding: 0, margin: 0 },
  item: { marginBottom: theme.spacing(1.5), overflowWrap: 'anywhere' },
  secondary: { color: theme.palette.text.secondary },
}));

/** What people did with the cluster: the last 20, the newest first. */
export function ActivityCard({ clusterId }: { clusterId: string }) {
  const t = useTexts();
  const classes = useStyles();
  const { data, error } = useActivity(clusterId);
  return (
    <InfoCard title={t('activity.title')}>
      {error && !data && (
        <ResponseErrorPanel title={t('activity.error')} error={error} />
      )}
      {!data && !error && <Skeleton />}
      {data?.items.length === 0 && (
        <Typography variant="body2">{t('activity.none')}</Typography>
      )}
      <ul className={classes.list}>
        {data?.items.map(activity => (
          <li key={activity.id} className={classes.item}>
            <ActivityLine activity={activity} />
          </li>
        ))}
      </ul>
    </InfoCard>
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
