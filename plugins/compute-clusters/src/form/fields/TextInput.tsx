import { useId, type ReactNode } from 'react';
import TextField from '@material-ui/core/TextField';
import { useController } from 'react-hook-form';
import type { ClusterField, ClusterFormValues } from '../clusterFormValues';

/** A field for a text. */
export function TextInput(props: {
  name: Extract<ClusterField, 'name' | 'description'>;
  label: string;
  help?: ReactNode;
  required?: boolean;
  multiline?: boolean;
}) {
  const id = useId();
  const { field, fieldState } = useController<
    ClusterFormValues,
    typeof props.name
  >({ name: props.name });
  const { ref, ...input } = field;
  return (
    <TextField
      {...input}
      id={id}
      inputRef={ref}
      fullWidth
      variant="outlined"
      size="small"
      autoComplete="off"
      label={props.label}
      required={props.required}
      multiline={props.multiline}
      error={Boolean(fieldState.error)}
      helperText={fieldState.error?.message ?? props.help}
    />
  );
}
