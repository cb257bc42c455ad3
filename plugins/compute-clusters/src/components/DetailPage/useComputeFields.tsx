import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { useNodeTypes } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import type { Field } from '../common/FieldList';
import { lines } from '../common/lines';
import { RelativeTime } from '../common/RelativeTime';
import { scheduleLines } from '../common/scheduleLines';
import { StateBadge } from '../common/StateBadge';
import { useAutoScalingText } from '../common/useAutoScalingText';
import { useExecutorsText } from '../common/useExecutorsText';
import { useReasonText } from '../common/useReasonText';

/** What runs, and how it is set up. */
export function useComputeFields(cluster: ComputeCluster): Field[] {
  const t = useTexts();
  const { number } = useFormats();
  const sizeOf = useNodeTypeText();
  const executorFields = useExecutorFields(cluster);
  const { spec, status, run } = cluster;
  const { autoTermination } = spec;
  return [
    [t('detail.state'), <StateBadge key="state" status={status} />],
    [
      t('detail.deploymentType'),
      t(spec.executor ? 'form.multiNode' : 'form.singleNode'),
    ],
    [t('detail.driverNode'), sizeOf(spec.driver.nodeType)],
    [t('detail.driverPod'), status.driver.pod],
    ...executorFields,
    [t('detail.image'), spec.image ?? t('form.imageDefault')],
    [
      t('detail.autoTermination'),
      autoTermination.enabled
        ? t('form.reviewMinutes', {
            minutes: number(autoTermination.idleMinutes),
          })
        : t('form.off'),
    ],
    [t('schedule.title'), lines(scheduleLines(spec.schedule, t))],
    [
      t('detail.run'),
      run && (
        <span key="run">
          {t('detail.runText', { sequence: String(run.sequence) })}{' '}
          <RelativeTime time={run.startedAt} />
        </span>
      ),
    ],
  ];
}

function useExecutorFields(cluster: ComputeCluster): Field[] {
  const t = useTexts();
  const { number } = useFormats();
  const sizeOf = useNodeTypeText();
  const executorsText = useExecutorsText();
  const scalingText = useAutoScalingText();
  const reasonText = useReasonText();
  const { spec, status } = cluster;
  const { executor, autoScaling } = spec;
  const { reason } = status.executors;
  if (!executor) {
    return [[t('detail.executorState'), t('executors.singleNode')]];
  }
  const range = t('detail.executorRange', {
    min: number(executor.min),
    max: number(executor.max),
  });
  return [
    [t('detail.executorState'), executorsText(cluster)],
    ...(reason
      ? [[t('detail.pendingReason'), reasonText(reason) ?? reason] as const]
      : []),
    [t('detail.executorNode'), sizeOf(executor.nodeType)],
    [
      t('detail.executorCount'),
      autoScaling?.enabled ? range : number(executor.max),
    ],
    [t('detail.autoScaling'), scalingText(spec)],
    [t('detail.spot'), t(executor.spot ? 'form.on' : 'form.off')],
    [t('detail.volume'), executor.volume ?? t('form.volumeNone')],
  ];
}

function useNodeTypeText() {
  const formats = useFormats();
  const nodeTypes = useNodeTypes().data;
  return (name: string): string => {
    const nodeType = nodeTypes?.find(each => each.name === name);
    if (!nodeType) return name;
    const { cpu, memory } = nodeType;
    return `${name} (${formats.cpu(cpu)}, ${formats.memory(memory)})`;
  };
}
