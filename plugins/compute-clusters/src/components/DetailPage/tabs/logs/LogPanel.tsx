import { useState, type KeyboardEvent, type ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ComputeCluster,
  PodDetails,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { messageOf } from '../../../../api/messageOf';
import { useFormats } from '../../../../hooks/useFormats';
import { useTexts } from '../../../../hooks/useTexts';
import { Notice } from '../../../common/Notice';
import { RetryButton } from '../../../common/RetryButton';
import { Waiting } from '../../../common/Waiting';
import { DownloadButton } from './DownloadButton';
import { LOG_LINES } from './LogBuffer';
import type { LogChoice } from './LogControls';
import { LogView } from './LogView';
import { useLog } from './useLog';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(2),
  },
  buttons: { display: 'flex', gap: theme.spacing(1) },
  text: {
    display: 'flex',
    flexDirection: 'column',
    height: '60vh',
    minHeight: 240,
    padding: theme.spacing(0, 0, 1),
  },
  full: {
    position: 'fixed',
    inset: 0,
    zIndex: theme.zIndex.modal,
    display: 'flex',
    flexDirection: 'column',
    '& $text': { flexGrow: 1, height: 'auto', minHeight: 0 },
  },
}));

/** The log of one pod, with what can be done with it. */
export function LogPanel(props: {
  cluster: ComputeCluster;
  pod: PodDetails;
  view: LogChoice;
  controls: ReactNode;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { cluster, pod, view, controls } = props;
  const [full, setFull] = useState(false);
  const leaveByEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') setFull(false);
  };
  const log = useLog({
    clusterId: cluster.id,
    pod: pod.name,
    live: pod.logs === 'live',
    minutes: view.minutes,
  });
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('logs.region', { name: pod.name })}
      className={full ? classes.full : undefined}
      onKeyDown={leaveByEscape}
    >
      <div className={classes.bar}>
        {controls}
        <div className={classes.buttons}>
          <DownloadButton cluster={cluster} pod={pod} />
          <Button onClick={() => setFull(!full)}>
            {t(full ? 'logs.leaveFullScreen' : 'logs.fullScreen')}
          </Button>
        </div>
      </div>
      <LogNotices pod={pod} log={log} />
      <div className={classes.text}>
        {log.loading && <Waiting />}
        {log.text && (
          // Another log is searched anew.
          <LogView key={pod.name} text={log.text} wrap={view.wrap} />
        )}
      </div>
    </Paper>
  );
}

function LogNotices(props: {
  pod: PodDetails;
  log: ReturnType<typeof useLog>;
}) {
  const t = useTexts();
  const { number } = useFormats();
  const { pod, log } = props;
  const nothingKept = pod.logs === 'none';
  const waiting =
    !log.loading && log.text === '' && !log.error && pod.logs === 'live';
  return (
    <>
      {log.error && !nothingKept && (
        <Notice severity="error" action={<RetryButton onClick={log.retry} />}>
          {t('logs.error')}: {messageOf(log.error)}
        </Notice>
      )}
      {nothingKept && <Notice severity="info">{t('logs.noLog')}</Notice>}
      {pod.logs === 'archived' && (
        <Notice severity="info">{t('logs.archived')}</Notice>
      )}
      {log.cut && (
        <Notice severity="info">
          {t('logs.cut', { lines: number(LOG_LINES) })}
        </Notice>
      )}
      {waiting && (
        <Notice severity="info">
          <Typography variant="body1">{t('logs.waiting')}</Typography>
          {t('logs.waitingHelp')}
        </Notice>
      )}
    </>
  );
}
