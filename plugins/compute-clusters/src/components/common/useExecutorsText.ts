import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { effectiveState } from '../../hooks/clusterState';
import { useTexts } from '../../hooks/useTexts';

/** What the executors do, in words: running, scaling, both or none. */
export function useExecutorsText() {
  const t = useTexts();
  return (cluster: ComputeCluster): string => {
    if (!cluster.spec.executor) return t('executors.singleNode');
    const { running, pending, max, reason } = cluster.status.executors;
    const parts: string[] = [];
    if (running > 0) {
      parts.push(
        t('executors.running', { running: String(running), max: String(max) }),
      );
    }
    if (pending > 0) {
      const scaling = t('executors.scaling', {
        pending: String(pending),
        max: String(max),
      });
      parts.push(reason ? `${scaling} (${reason})` : scaling);
    }
    if (parts.length > 0) return parts.join(', ');
    return effectiveState(cluster) === 'ACTIVE' ? t('executors.none') : '–';
  };
}
