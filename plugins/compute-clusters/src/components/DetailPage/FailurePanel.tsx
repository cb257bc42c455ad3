import { useId } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ComputeCluster,
  RunDetails,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useRuns } from '../../hooks/useClusterInsides';
import { useTexts } from '../../hooks/useTexts';
import { LogExcerpt } from '../common/LogExcerpt';
import { RelativeTime } from '../common/RelativeTime';
import { FailureActions } from './FailureActions';
import { MemoryAdvice } from './MemoryAdvice';
import { useFailureTitle } from './useFailureTitle';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2),
    borderLeft: `4px solid ${theme.palette.status.error}`,
    overflowWrap: 'anywhere',
  },
}));

/** Why the cluster failed, what to try, and the last lines of its log. The header tells a screen reader of it. */
export function FailurePanel({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId();
  const { status } = cluster;
  const run = useLastRun(cluster);
  const title = useFailureTitle();
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={id}
      className={classes.root}
    >
      <Typography variant="h6" component="h3" id={id}>
        {title(status.reason)}
      </Typography>
      <FailureFacts cluster={cluster} run={run} />
      <Typography variant="body1" gutterBottom>
        {status.message}
      </Typography>
      {status.reason === 'OutOfMemory' && <MemoryAdvice cluster={cluster} />}
      <FailureActions cluster={cluster} />
      {run?.failureLog && (
        <LogExcerpt title={t('failure.lastLines')} text={run.failureLog} />
      )}
    </Paper>
  );
}

function FailureFacts(props: {
  cluster: ComputeCluster;
  run: RunDetails | undefined;
}) {
  const t = useTexts();
  const { status } = props.cluster;
  const { attempts } = status.driver;
  const exitCode = props.run?.exitCode ?? null;
  return (
    <Typography variant="body2" color="textSecondary" gutterBottom>
      {exitCode !== null &&
        `${t('runs.exitCode', { code: String(exitCode) })} · `}
      {attempts > 0 && `${t('detail.failedAttempts', { count: attempts })} · `}
      <RelativeTime time={status.since} />
    </Typography>
  );
}

/** What is kept of the run that failed. */
function useLastRun(cluster: ComputeCluster): RunDetails | undefined {
  const runs = useRuns(cluster.id).data?.items;
  return runs?.find(({ sequence }) => sequence === cluster.run?.sequence);
}
