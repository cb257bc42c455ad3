import type { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';

/** A specification's auto scaling in a few words. */
export function useAutoScalingText() {
  const t = useTexts();
  return ({ autoScaling }: ComputeClusterSpec): string => {
    if (!autoScaling) return t('executors.singleNode');
    if (!autoScaling.enabled) return t('scaling.off');
    return t('scaling.idle', {
      minutes: String(autoScaling.idleTimeoutMinutes),
    });
  };
}
