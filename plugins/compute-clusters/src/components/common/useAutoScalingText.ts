import type { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';

/** A specification's auto scaling in a few words. */
export function useAutoScalingText() {
  const t = useTexts();
  const { number } = useFormats();
  return ({ autoScaling }: ComputeClusterSpec): string => {
    if (!autoScaling) return t('executors.singleNode');
    if (!autoScaling.enabled) return t('scaling.off');
    return t('scaling.idle', {
      minutes: number(autoScaling.idleTimeoutMinutes),
    });
  };
}
