import type {
  ClusterFormValues,
  SettingRow,
  TextRow,
} from '../../form/clusterFormValues';
import { useTexts, type Texts } from '../../hooks/useTexts';
import type { Field } from '../common/FieldList';
import { lines } from '../common/lines';
import { scheduleLines } from '../common/scheduleLines';

type FormSpec = ClusterFormValues['spec'];

/** What was entered, as labels and values. Secret values never show. */
export function useReviewFields(values: ClusterFormValues): Field[] {
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
    [
      t('form.autoTermination'),
      minutes(
        spec.autoTermination.enabled,
        spec.autoTermination.idleMinutes,
        t,
      ),
    ],
    [
      t('schedule.title'),
      lines(scheduleLines(spec.schedule.enabled ? spec.schedule : null, t)),
    ],
    ...settingFields(spec, t),
    [t('form.image'), spec.image || t('form.imageDefault')],
    [
      t('rows.tags'),
      lines(
        spec.tags.map(({ key, value }) => (value ? `${key}: ${value}` : key)),
      ),
    ],
  ];
}

function executorFields(
  { executor, autoScaling }: FormSpec,
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

function settingFields(spec: FormSpec, t: Texts): Field[] {
  const { jars, files, pyFiles, packages } = spec.dependencies;
  const describe = (row: SettingRow) => settingLine(row, t);
  return [
    [t('rows.environment'), lines(spec.environment.map(describe))],
    [t('rows.sparkConf'), lines(spec.sparkConf.map(describe))],
    [t('rows.arguments'), lines(texts(spec.arguments))],
    [t('rows.javaOptions'), spec.javaOptions],
    [t('rows.jars'), lines(texts(jars))],
    [t('rows.files'), lines(texts(files))],
    [t('rows.pyFiles'), lines(texts(pyFiles))],
    [t('rows.packages'), lines(texts(packages))],
  ];
}

function settingLine({ name, kind, value, secret }: SettingRow, t: Texts) {
  if (kind === 'plain') return `${name} = ${value}`;
  const source =
    kind === 'secret'
      ? t('rows.secretShown')
      : t('rows.referenceShown', secret.ref);
  return `${name} (${source})`;
}

function minutes(enabled: boolean, value: number | '', t: Texts): string {
  return enabled
    ? t('form.reviewMinutes', { minutes: String(value) })
    : t('form.off');
}

function texts(rows: readonly TextRow[]): string[] {
  return rows.map(({ value }) => value);
}
