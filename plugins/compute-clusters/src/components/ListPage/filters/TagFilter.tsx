import { useId, useState, type FormEvent } from 'react';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Add from '@material-ui/icons/Add';
import { useTexts } from '../../../hooks/useTexts';

const useStyles = makeStyles({ field: { width: 180 } });

/** Takes a tag to filter by: one of those that are in sight, or any that is typed. */
export function TagFilter(props: {
  known: readonly string[];
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}) {
  const t = useTexts();
  const id = useId();
  const classes = useStyles();
  const { known, tags, onChange } = props;
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const tag = text.trim();
    setTyped('');
    if (tag && !tags.includes(tag)) onChange([...tags, tag]);
  };
  const type = (text: string) =>
    // What is picked from the list comes whole.
    text.length > typed.length + 1 && known.includes(text)
      ? add(text)
      : setTyped(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add(typed);
  };
  return (
    <form onSubmit={submit}>
      <TextField
        size="small"
        variant="outlined"
        className={classes.field}
        id={id}
        label={t('list.tag')}
        InputLabelProps={{ shrink: true }}
        placeholder={t('list.tagHint')}
        autoComplete="off"
        inputProps={{ list: `${id}-known` }}
        InputProps={{
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                type="submit"
                size="small"
                edge="end"
                aria-label={t('list.addTag')}
                disabled={!typed.trim()}
              >
                <Add fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        }}
        value={typed}
        onChange={event => type(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {known
          .filter(tag => !tags.includes(tag))
          .map(tag => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </form>
  );
}
