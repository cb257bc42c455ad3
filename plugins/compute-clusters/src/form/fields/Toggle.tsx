import { useId } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Switch from '@material-ui/core/Switch';
import { useController } from 'react-hook-form';
import type { ClusterField, ClusterFormValues } from '../clusterFormValues';

/** The fields that are on or off. */
type ToggleFieldName = Extract<
  ClusterField,
  | 'spec.executor.spot'
  | 'spec.autoScaling.enabled'
  | 'spec.autoTermination.enabled'
  | 'spec.schedule.enabled'
>;

/** A switch with its explanation. */
export function Toggle(props: {
  name: ToggleFieldName;
  label: string;
  help: string;
}) {
  const id = useId();
  const { field, fieldState } = useController<
    ClusterFormValues,
    ToggleFieldName
  >({ name: props.name });
  const { ref, value, onChange, ...input } = field;
  return (
    <FormControl error={Boolean(fieldState.error)}>
      <FormControlLabel
        label={props.label}
        control={
          <Switch
            {...input}
            color="primary"
            checked={value}
            inputRef={ref}
            onChange={event => onChange(event.target.checked)}
            inputProps={{ 'aria-describedby': id }}
          />
        }
      />
      <FormHelperText id={id}>
        {fieldState.error?.message ?? props.help}
      </FormHelperText>
    </FormControl>
  );
}
