import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { effectiveState } from '../../hooks/clusterState';
import { useClustersMonthCost } from '../../hooks/useMonthCost';
import { useTexts } from '../../hooks/useTexts';
import type { Field } from '../common/FieldList';
import { RelativeTime } from '../common/RelativeTime';
import { StateBadge } from '../common/StateBadge';
import { useExecutorsText } from '../common/useExecutorsText';

/** The few things that a card tells about a cluster. */
export function useCardFields(cluster: ComputeCluster): Field[] {
  const t = useTexts();
  const executors = useExecutorsText();
  const cost = useClustersMonthCost([cluster.id])([cluster.id]);
  const { status, spec } = cluster;
  return [
    [
      t('detail.state'),
      <span key="state">
        <StateBadge status={status} /> (<RelativeTime time={status.since} />)
        {effectiveState(cluster) === 'FAILED' && <div>{status.message}</div>}
      </span>,
    ],
    [t('detail.executorState'), executors(cluster)],
    [t('detail.driverNode'), spec.driver.nodeType],
    ...(spec.executor
      ? [[t('detail.executorNode'), spec.executor.nodeType] as const]
      : []),
    ...(cost ? [[t('entity.month'), cost] as const] : []),
  ];
}
