import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';

/** Shows one of several values at a time, as a filter does; an empty value stands for all. */
export function SelectField<T extends string>(props: {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  minWidth: number;
}) {
  const id = useId();
  const { label, options, value, minWidth } = props;
  const choose = (name: string) => {
    const chosen = options.find(option => option.value === name);
    if (chosen) props.onChange(chosen.value);
  };
  return (
    <TextField
      select
      id={id}
      size="small"
      variant="outlined"
      label={label}
      style={{ minWidth, maxWidth: '100%' }}
      value={value}
      onChange={({ target }) => choose(target.value)}
      InputLabelProps={{ shrink: true }}
      SelectProps={{
        displayEmpty: true,
        MenuProps: { getContentAnchorEl: null },
      }}
    >
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
