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
import { Notice } from '../common/Notice';
import { durationText, exactTime } from '../common/timeTexts';

/** That the cluster stops by itself soon, with a way to keep it running. */
export function AutomaticStopBanner({ cluster }: { cluster: ComputeCluster }) {
  const { automaticStop } = cluster.status;
  // The clock ticks only while it is needed.
  return automaticStop ? (
    <AnnouncedStop cluster={cluster} stop={automaticStop} />
  ) : null;
}

function AnnouncedStop(props: {
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
    <Notice
      severity="warning"
      action={
        <Button
          size="small"
          disabled={!access.operate || command.isPending}
          onClick={() => command.mutate('keep-running')}
        >
          {t('detail.keepRunning')}
        </Button>
      }
    >
      <span title={exactTime(at)}>
        {t(`detail.stops${reason}`, { time: durationText(now, at) })}
      </span>
      {command.error && ` ${messageOf(command.error)}`}
    </Notice>
  );
}
