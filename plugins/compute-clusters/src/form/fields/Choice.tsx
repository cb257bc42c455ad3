import { useId, type ReactNode } from 'react';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useController } from 'react-hook-form';
import type { ClusterField, ClusterFormValues } from '../clusterFormValues';

/** The fields whose value is one of several. */
type ChoiceFieldName = Extract<
  ClusterField,
  | 'spec.driver.nodeType'
  | 'spec.executor.nodeType'
  | 'spec.executor.volume'
  | 'spec.image'
  | `spec.${'environment' | 'sparkConf'}.${number}.kind`
>;

/** One thing that can be chosen. */
export type Option = { value: string; label: string; details?: string };

/** A field that takes one of several values. */
export function Choice(props: {
  name: ChoiceFieldName;
  label: string;
  options: readonly Option[];
  required?: boolean;
  /** The text of the empty choice; without it, something must be chosen. */
  none?: string;
  help?: ReactNode;
}) {
  const { field, fieldState } = useController<
    ClusterFormValues,
    ChoiceFieldName
  >({ name: props.name });
  return (
    <ChoiceInput
      {...props}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  );
}

/** A select whose options tell their details. */
export function ChoiceInput(props: {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  inputRef?: (element: unknown) => void;
  required?: boolean;
  disabled?: boolean;
  none?: string;
  help?: ReactNode;
  error?: string;
  /** Marks it as wrong where the message stands elsewhere. */
  invalid?: boolean;
}) {
  const id = useId();
  const { options, none, value } = props;
  const known = options.some(option => option.value === value);
  return (
    <TextField
      select
      id={id}
      fullWidth
      variant="outlined"
      size="small"
      label={props.label}
      required={props.required}
      disabled={props.disabled}
      value={known ? value : ''}
      onChange={event => props.onChange(event.target.value)}
      onBlur={props.onBlur}
      inputRef={props.inputRef}
      error={Boolean(props.error) || props.invalid}
      helperText={props.error ?? props.help}
      InputLabelProps={none ? { shrink: true } : undefined}
      SelectProps={{
        displayEmpty: Boolean(none),
        renderValue: chosen =>
          options.find(option => option.value === chosen)?.label ?? none ?? '',
        MenuProps: { getContentAnchorEl: null },
      }}
    >
      {none && <MenuItem value="">{none}</MenuItem>}
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          <ListItemText primary={option.label} secondary={option.details} />
        </MenuItem>
      ))}
    </TextField>
  );
}
