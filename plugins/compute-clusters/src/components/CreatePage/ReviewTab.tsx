import Typography from '@material-ui/core/Typography';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { useTexts } from '../../hooks/useTexts';
import { FieldList, type Field } from '../common/FieldList';
import { useFormContext, useWatch } from 'react-hook-form';

/** Everything that was entered, to read before Create. */
export function ReviewTab() {
  const t = useTexts();
  const { control, getValues } = useFormContext<ClusterFormValues>();
  useWatch({ control });
  const fields = useReviewFields(getValues());
  return (
    <>
      <Typography variant="body1" gutterBottom>
        {t('form.reviewCheck')}
      </Typography>
      <FieldList fields={fields} />
    </>
  );
}

function useReviewFields(values: ClusterFormValues): Field[] {
  const t = useTexts();
  const { spec } = values;
  const multiNode = spec.deploymentType === 'multi-node';
  return [
    [t('form.name'), values.name],
    [t('form.description'), values.description],
    [t('form.namespace'), values.namespace],
    [
      t('form.deploymentType'),
      t(multiNode ? 'form.multiNode' : 'form.singleNode'),
    ],
    [t('form.driverNodeType'), spec.driver.nodeType],
    ...(multiNode ? executorFields(spec, t) : []),
    [t('form.image'), spec.image || t('form.imageDefault')],
    [
      t('form.autoTermination'),
      minutes(
        spec.autoTermination.enabled,
        spec.autoTermination.idleMinutes,
        t,
      ),
    ],
  ];
}

type Texts = ReturnType<typeof useTexts>;

function executorFields(
  { executor, autoScaling }: ClusterFormValues['spec'],
  t: Texts,
): Field[] {
  const { enabled, idleTimeoutMinutes } = autoScaling;
  const range = t('detail.executorRange', {
    min: String(executor.min),
    max: String(executor.max),
  });
  return [
    [t('form.executorNodeType'), executor.nodeType],
    [t('form.executors'), enabled ? range : String(executor.max)],
    [t('form.spot'), t(executor.spot ? 'form.on' : 'form.off')],
    [t('form.autoScaling'), minutes(enabled, idleTimeoutMinutes, t)],
    [t('form.volume'), executor.volume || t('form.volumeNone')],
  ];
}

function minutes(enabled: boolean, value: number | '', t: Texts): string {
  return enabled
    ? t('form.reviewMinutes', { minutes: String(value) })
    : t('form.off');
}
