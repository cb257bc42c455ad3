import type { KeyboardEvent } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import IconButton from '@material-ui/core/IconButton';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import KeyboardArrowDown from '@material-ui/icons/KeyboardArrowDown';
import KeyboardArrowUp from '@material-ui/icons/KeyboardArrowUp';
import { useFormats } from '../../../../hooks/useFormats';
import { useTexts } from '../../../../hooks/useTexts';
import type { LogSearch } from './useLogSearch';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    padding: theme.spacing(0, 2, 1),
  },
  field: { width: 260, maxWidth: '100%' },
  place: { minWidth: 64 },
}));

/** Looks for a text in a log, and goes from one line that holds it to the next: by Enter, and back by Shift. */
export function LogSearchBar({ search }: { search: LogSearch }) {
  const t = useTexts();
  const { number } = useFormats();
  const classes = useStyles();
  const { found, place, step } = search;
  const none = found.length === 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || none) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  return (
    <div className={classes.root} role="search">
      <TextField
        type="search"
        size="small"
        variant="outlined"
        className={classes.field}
        placeholder={t('logs.search')}
        inputProps={{ 'aria-label': t('logs.search') }}
        value={search.typed}
        onChange={event => search.setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton
        size="small"
        disabled={none}
        aria-label={t('logs.previousMatch')}
        onClick={() => step(-1)}
      >
        <KeyboardArrowUp />
      </IconButton>
      <IconButton
        size="small"
        disabled={none}
        aria-label={t('logs.nextMatch')}
        onClick={() => step(1)}
      >
        <KeyboardArrowDown />
      </IconButton>
      <Typography variant="body2" className={classes.place} role="status">
        {search.wanted !== '' &&
          t('logs.matches', {
            place: number(place),
            number: number(found.length),
          })}
      </Typography>
      <FormControlLabel
        label={t('logs.onlyMatches')}
        control={
          <Switch
            color="primary"
            size="small"
            checked={search.onlyFound}
            onChange={(_event, only) => search.setOnlyFound(only)}
          />
        }
      />
    </div>
  );
}
