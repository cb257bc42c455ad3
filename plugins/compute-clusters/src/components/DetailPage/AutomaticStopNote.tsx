import type {
  AutomaticStop,
  ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { messageOf } from '../../api/messageOf';
import { useClusterCommand } from '../../hooks/useClusterCommand';
import { useFormats } from '../../hooks/useFormats';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { OperateButton } from '../commands/OperateButton';
import { ExactTime } from '../common/ExactTime';

/** When the cluster stops by itself, with a way to keep it running. */
export function AutomaticStopNote(props: {
  cluster: ComputeCluster;
  stop: AutomaticStop;
}) {
  const t = useTexts();
  const { remaining } = useFormats();
  const { cluster, stop } = props;
  const now = useNow(1_000);
  const command = useClusterCommand(cluster);
  const { at, reason } = stop;
  return (
    <>
      <ExactTime time={at}>
        {t(`header.stops${reason}`, { time: remaining(now, at) })}
      </ExactTime>{' '}
      <OperateButton
        cluster={cluster}
        size="small"
        variant="outlined"
        disabled={command.isPending}
        onClick={() => command.mutate('keep-running')}
      >
        {t('detail.keepRunning')}
      </OperateButton>
      {command.error && <div role="alert">{messageOf(command.error)}</div>}
    </>
  );
}
