import Typography from '@material-ui/core/Typography';
import type { ClusterStatus } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';
import { RelativeTime } from '../common/RelativeTime';

/** Why the cluster failed, and what to try. */
export function FailurePanel({ status }: { status: ClusterStatus }) {
  const t = useTexts();
  const { attempts } = status.driver;
  return (
    <Notice severity="error">
      <Typography variant="h6" component="h3">
        {t('detail.failedTitle', { reason: status.reason })}
      </Typography>
      <Typography variant="body1">{status.message}</Typography>
      <Typography variant="body2">
        <RelativeTime time={status.since} />
        {attempts > 0 && `, ${t('detail.failedAttempts', { count: attempts })}`}
      </Typography>
      <Typography variant="body2">{t('detail.failedNext')}</Typography>
    </Notice>
  );
}
