import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useController } from 'react-hook-form';
import { useTexts } from '../../hooks/useTexts';
import type { ClusterFormValues } from '../clusterFormValues';

/** The days of a week, in their order. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Chooses days of the week. */
export function DaysField(props: {
  name: `spec.schedule.windows.${number}.days`;
}) {
  const t = useTexts();
  const id = useId();
  const { field, fieldState } = useController<
    ClusterFormValues,
    typeof props.name
  >({ name: props.name });
  const { ref, onChange, value, ...input } = field;
  // A select of Material-UI cannot be focused in the moment in which it appears; its element can.
  const focus = () => document.getElementById(id)?.focus();
  const inOrder = (chosen: unknown) =>
    DAYS.filter(day => Array.isArray(chosen) && chosen.includes(day));
  return (
    <TextField
      {...input}
      select
      id={id}
      inputRef={select => ref(select ? { focus } : null)}
      fullWidth
      required
      variant="outlined"
      size="small"
      label={t('schedule.days')}
      value={value}
      onChange={event => onChange(inOrder(event.target.value))}
      error={Boolean(fieldState.error)}
      helperText={fieldState.error?.message}
      SelectProps={{
        multiple: true,
        renderValue: chosen =>
          inOrder(chosen)
            .map(day => t(`schedule.${day}`))
            .join(', '),
        MenuProps: {
          getContentAnchorEl: null,
          MenuListProps: { 'aria-multiselectable': true },
        },
      }}
    >
      {DAYS.map(day => (
        <MenuItem key={day} value={day}>
          {t(`schedule.${day}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
