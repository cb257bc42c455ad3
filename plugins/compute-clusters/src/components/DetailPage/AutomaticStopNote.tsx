import Button from '@material-ui/core/Button';
import type {
  AutomaticStop,
  ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { messageOf } from '../../api/messageOf';
import { useClusterAccess } from '../../hooks/useClusterAccess';
import { useClusterCommand } from '../../hooks/useClusterCommand';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { ExactTime } from '../common/ExactTime';
import { remainingText } from '../common/timeTexts';

/** When the cluster stops by itself, with a way to keep it running. */
export function AutomaticStopNote(props: {
  cluster: ComputeCluster;
  stop: AutomaticStop;
}) {
  const t = useTexts();
  const { cluster, stop } = props;
  const now = useNow(1_000);
  const access = useClusterAccess(cluster);
  const command = useClusterCommand(cluster);
  const { at, reason } = stop;
  return (
    <>
      <ExactTime time={at}>
        {t(`header.stops${reason}`, { time: remainingText(now, at) })}
      </ExactTime>{' '}
      <Button
        size="small"
        variant="outlined"
        disabled={!access.operate || command.isPending}
        onClick={() => command.mutate('keep-running')}
      >
        {t('detail.keepRunning')}
      </Button>
      {command.error && <div role="alert">{messageOf(command.error)}</div>}
    </>
  );
}
