import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { effectiveState } from '../../hooks/clusterState';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { listTexts } from '../../texts/listTexts';

/** What the executors do, in words: running, scaling, both or none. */
export function useExecutorsText() {
  const lines = useExecutorLines();
  return (cluster: ComputeCluster): string => lines(cluster).join(', ');
}

/** The same, with running and scaling ones apart. */
export function useExecutorLines() {
  const t = useTexts();
  const { number } = useFormats();
  return (cluster: ComputeCluster): string[] => {
    if (!cluster.spec.executor) return [t('executors.singleNode')];
    const { running, pending, max, reason } = cluster.status.executors;
    const lines: string[] = [];
    if (running > 0) {
      lines.push(
        t('executors.running', { running: number(running), max: number(max) }),
      );
    }
    if (pending > 0) {
      const scaling = t('executors.scaling', {
        pending: number(pending),
        max: number(max),
      });
      const why =
        reason && (isShortage(reason) ? t(`shortage.${reason}`) : reason);
      lines.push(why ? `${scaling} · ${why}` : scaling);
    }
    if (lines.length > 0) return lines;
    return [effectiveState(cluster) === 'ACTIVE' ? t('executors.none') : '–'];
  };
}

function isShortage(
  reason: string,
): reason is keyof (typeof listTexts)['shortage'] {
  return reason in listTexts.shortage;
}
