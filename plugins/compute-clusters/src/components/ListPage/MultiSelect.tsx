import { useId } from 'react';
import FormControl from '@material-ui/core/FormControl';
import InputLabel from '@material-ui/core/InputLabel';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import OutlinedInput from '@material-ui/core/OutlinedInput';
import Select from '@material-ui/core/Select';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { Tick } from '../common/Tick';

const useStyles = makeStyles({
  // However much is chosen, so that nothing moves beside it.
  control: { width: 150 },
});

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
        MenuProps={{
          // Below the field, so that its label stays in sight.
          getContentAnchorEl: null,
          anchorOrigin: { vertical: 'bottom', horizontal: 'left' },
          MenuListProps: { 'aria-multiselectable': true },
        }}
      >
        {options.map(option => (
          <MenuItem key={option.value} value={option.value}>
            <Tick on={value.includes(option.value)} />
            <ListItemText primary={option.label} />
          </MenuItem>
        ))}
      </Select>
    </FormControl>
  );
}
