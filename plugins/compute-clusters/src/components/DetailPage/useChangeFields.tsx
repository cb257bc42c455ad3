import type { SpecChange } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts, type Texts } from '../../hooks/useTexts';
import type { Field } from '../common/FieldList';
import { ChangedValue } from './ChangedValue';

/** What a restart changes, as labels of the form with the old and the new value. */
export function useChangeFields(changes: readonly SpecChange[]): Field[] {
  const t = useTexts();
  return changes.map(change => [
    labelOf(change, t),
    <ChangedValue key={change.field} change={change} />,
  ]);
}

function labelOf({ field, name }: SpecChange, t: Texts): string {
  const label = fieldLabel(field, t);
  return name === null ? label : `${label}: ${name}`;
}

/** A field that this page does not know yet goes by its own name. */
function fieldLabel(field: string, t: Texts): string {
  const labels: Record<string, string> = {
    'driver.nodeType': t('form.driverNodeType'),
    'executor.nodeType': t('form.executorNodeType'),
    'executor.min': t('form.minExecutors'),
    'executor.max': t('form.maxExecutors'),
    'executor.spot': t('form.spot'),
    'executor.volume': t('form.volume'),
    'autoScaling.idleTimeoutMinutes': t('form.autoScaling'),
    'autoTermination.idleMinutes': t('form.autoTermination'),
    schedule: t('schedule.title'),
    image: t('form.image'),
    arguments: t('rows.arguments'),
    javaOptions: t('rows.javaOptions'),
    'dependencies.jars': t('rows.jars'),
    'dependencies.files': t('rows.files'),
    'dependencies.pyFiles': t('rows.pyFiles'),
    'dependencies.packages': t('rows.packages'),
    environment: t('rows.environment'),
    sparkConf: t('rows.sparkConf'),
    tags: t('rows.tags'),
  };
  return labels[field] ?? field;
}
