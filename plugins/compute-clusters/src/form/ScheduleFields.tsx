import { useFormContext, useWatch } from 'react-hook-form';
import { useTexts } from '../hooks/useTexts';
import { NEW_WINDOW, type ClusterFormValues } from './clusterFormValues';
import { DaysField } from './fields/DaysField';
import { TextInput } from './fields/TextInput';
import { Toggle } from './fields/Toggle';
import { RowList } from './rows/RowList';

/** Times at which the cluster starts and stops by itself. */
export function ScheduleFields() {
  const t = useTexts();
  const { control } = useFormContext<ClusterFormValues>();
  const enabled = useWatch({ control, name: 'spec.schedule.enabled' });
  return (
    <>
      <Toggle
        name="spec.schedule.enabled"
        label={t('schedule.title')}
        help={t('schedule.help')}
      />
      {enabled && (
        <>
          <TextInput
            name="spec.schedule.timeZone"
            label={t('schedule.timeZone')}
            help={t('schedule.timeZoneHelp')}
            required
          />
          <WindowRows />
        </>
      )}
    </>
  );
}

function WindowRows() {
  const t = useTexts();
  return (
    <RowList
      list="spec.schedule.windows"
      title={t('schedule.windows')}
      help={t('schedule.windowsHelp')}
      add={t('schedule.windowsAdd')}
      rowLabel={row => t('schedule.windowsRow', { number: String(row + 1) })}
      newRow={NEW_WINDOW}
    >
      {row => (
        <>
          <DaysField name={`spec.schedule.windows.${row}.days`} />
          <TextInput
            type="time"
            name={`spec.schedule.windows.${row}.start`}
            label={t('schedule.start')}
          />
          <TextInput
            type="time"
            name={`spec.schedule.windows.${row}.stop`}
            label={t('schedule.stop')}
          />
        </>
      )}
    </RowList>
  );
}
