import { useId } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import InputLabel from '@material-ui/core/InputLabel';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import OutlinedInput from '@material-ui/core/OutlinedInput';
import Select from '@material-ui/core/Select';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  control: { minWidth: 160, maxWidth: 260 },
  checkbox: { padding: theme.spacing(0, 1, 0, 0) },
}));

/** A filter that takes any of several values. */
export function MultiSelect<T extends string>(props: {
  label: string;
  options: readonly { value: T; label: string }[];
  value: readonly T[];
  onChange: (value: T[]) => void;
}) {
  const id = useId();
  const t = useTexts();
  const classes = useStyles();
  const { label, options, value } = props;
  const chosen = options.filter(option => value.includes(option.value));
  const change = (values: unknown) => {
    const wanted = Array.isArray(values) ? values : [];
    props.onChange(
      options.map(option => option.value).filter(v => wanted.includes(v)),
    );
  };
  return (
    <FormControl variant="outlined" size="small" className={classes.control}>
      <InputLabel id={`${id}-label`} shrink>
        {label}
      </InputLabel>
      <Select
        multiple
        displayEmpty
        id={id}
        labelId={`${id}-label`}
        input={<OutlinedInput notched label={label} />}
        value={[...value]}
        onChange={event => change(event.target.value)}
        renderValue={() =>
          chosen.map(option => option.label).join(', ') || t('list.all')
        }
        MenuProps={{ getContentAnchorEl: null }}
      >
        {options.map(option => (
          <MenuItem key={option.value} value={option.value}>
            <Checkbox
              className={classes.checkbox}
              checked={value.includes(option.value)}
              inputProps={{ 'aria-label': option.label, tabIndex: -1 }}
            />
            <ListItemText primary={option.label} />
          </MenuItem>
        ))}
      </Select>
    </FormControl>
  );
}
