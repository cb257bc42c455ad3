import { useId, type ReactNode } from 'react';
import TextField from '@material-ui/core/TextField';
import { useController } from 'react-hook-form';
import type { ClusterField, ClusterFormValues } from '../clusterFormValues';

type SettingList = 'spec.environment' | 'spec.sparkConf';

/** The fields that hold a text. */
type TextFieldName = Extract<
  ClusterField,
  | 'name'
  | 'description'
  | 'spec.javaOptions'
  | 'spec.schedule.timeZone'
  | `spec.schedule.windows.${number}.${'start' | 'stop'}`
  | `${SettingList}.${number}.${'name' | 'value'}`
  | `${SettingList}.${number}.secret.value`
  | `${SettingList}.${number}.secret.ref.${'name' | 'key'}`
  | `spec.arguments.${number}.value`
  | `spec.dependencies.${string}.${number}.value`
  | `spec.tags.${number}.${'key' | 'value'}`
>;

/** A field for a text. */
export function TextInput(props: {
  name: TextFieldName;
  label: string;
  help?: ReactNode;
  required?: boolean;
  multiline?: boolean;
  disabled?: boolean;
  type?: 'password' | 'time';
  placeholder?: string;
}) {
  const id = useId();
  const { field, fieldState } = useController<
    ClusterFormValues,
    typeof props.name
  >({ name: props.name });
  const { ref, ...input } = field;
  const { type, placeholder } = props;
  return (
    <TextField
      {...input}
      id={id}
      inputRef={ref}
      type={type}
      fullWidth
      variant="outlined"
      size="small"
      // Browsers heed “off” for all but passwords.
      autoComplete={type === 'password' ? 'new-password' : 'off'}
      label={props.label}
      required={props.required}
      multiline={props.multiline}
      disabled={props.disabled}
      placeholder={placeholder}
      InputLabelProps={placeholder || type === 'time' ? { shrink: true } : {}}
      error={Boolean(fieldState.error)}
      helperText={fieldState.error?.message ?? props.help}
    />
  );
}
