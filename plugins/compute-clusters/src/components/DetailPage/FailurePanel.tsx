import Typography from '@material-ui/core/Typography';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useRuns } from '../../hooks/useClusterInsides';
import { useTexts } from '../../hooks/useTexts';
import { LogExcerpt } from '../common/LogExcerpt';
import { Notice } from '../common/Notice';
import { RelativeTime } from '../common/RelativeTime';

/** Why the cluster failed, and what to try. */
export function FailurePanel({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const { status } = cluster;
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
      <FailureLog cluster={cluster} />
    </Notice>
  );
}

function FailureLog({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const run = useRuns(cluster.id).data?.items[0];
  return run?.failureLog ? (
    <LogExcerpt title={t('runs.failureLog')} text={run.failureLog} />
  ) : null;
}
