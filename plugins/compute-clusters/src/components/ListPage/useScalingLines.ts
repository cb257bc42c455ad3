import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { useAutoScalingText } from '../common/useAutoScalingText';

/** How a cluster scales, and what stops it by itself, a line for each. */
export function useScalingLines() {
  const t = useTexts();
  const { number, exactTime } = useFormats();
  const scaling = useAutoScalingText();
  return ({ spec, status }: ComputeCluster): string[] => {
    const { autoTermination, schedule } = spec;
    const lines = [scaling(spec)];
    if (autoTermination.enabled) {
      const minutes = number(autoTermination.idleMinutes);
      lines.push(t('list.stopsIdle', { minutes }));
    }
    if (schedule) lines.push(t('list.schedule'));
    if (status.automaticStop) {
      const time = exactTime(status.automaticStop.at);
      lines.push(t('list.stopsSoon', { time }));
    }
    return lines;
  };
}
