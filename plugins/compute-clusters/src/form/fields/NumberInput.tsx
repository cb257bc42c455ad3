import { useId, type ReactNode } from 'react';
import TextField from '@material-ui/core/TextField';
import { useController } from 'react-hook-form';
import type { ClusterField, ClusterFormValues } from '../clusterFormValues';

/** The fields that hold a number. */
type NumberFieldName = Extract<
  ClusterField,
  | 'spec.executor.min'
  | 'spec.executor.max'
  | 'spec.autoScaling.idleTimeoutMinutes'
  | 'spec.autoTermination.idleMinutes'
>;

/** A field for a whole number. */
export function NumberInput(props: {
  name: NumberFieldName;
  label: string;
  min: number;
  max?: number;
  help?: ReactNode;
}) {
  const id = useId();
  const { field, fieldState } = useController<
    ClusterFormValues,
    NumberFieldName
  >({ name: props.name });
  const { ref, onChange, ...input } = field;
  return (
    <TextField
      {...input}
      id={id}
      inputRef={ref}
      type="number"
      fullWidth
      required
      variant="outlined"
      size="small"
      label={props.label}
      onChange={event =>
        onChange(event.target.value === '' ? '' : Number(event.target.value))
      }
      inputProps={{ min: props.min, max: props.max, step: 1 }}
      error={Boolean(fieldState.error)}
      helperText={fieldState.error?.message ?? props.help}
    />
  );
}
