import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { isFiltered, NO_FILTER } from '../../../hooks/useListParams';
import { useTexts } from '../../../hooks/useTexts';
import type { ListControls } from '../ListFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    // A line of its own below the fields.
    flexBasis: '100%',
  },
  chip: { margin: 0 },
}));

/** The tags that are filtered by, each of which can be taken away, and the way to all clusters. */
export function FilterChips({ params, onChange }: ListControls) {
  const t = useTexts();
  const classes = useStyles();
  if (!isFiltered(params)) return null;
  const without = (tag: string) =>
    onChange({ tags: params.tags.filter(each => each !== tag) });
  return (
    <div className={classes.root}>
      {params.tags.map(tag => (
        <Chip
          key={tag}
          size="small"
          className={classes.chip}
          label={tag}
          aria-label={t('list.removeTag', { tag })}
          onClick={() => without(tag)}
          onDelete={() => without(tag)}
        />
      ))}
      <Button size="small" onClick={() => onChange(NO_FILTER)}>
        {t('list.clearFilters')}
      </Button>
    </div>
  );
}
