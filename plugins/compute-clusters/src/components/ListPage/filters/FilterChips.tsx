import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityNames } from '../../../hooks/useEntityNames';
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

/** The owners and tags that are filtered by, each of which can be taken away. */
export function FilterChips({ params, onChange, keepFocus }: ListControls) {
  const t = useTexts();
  const classes = useStyles();
  const nameOf = useEntityNames();
  if (params.owners.length + params.tags.length === 0) return null;
  const remove = (changes: Partial<ListControls['params']>) => {
    keepFocus();
    onChange(changes);
  };
  return (
    <div className={classes.root}>
      {params.owners.map(ref => (
        <FilterChip
          key={ref}
          label={t('list.ownedBy', { owner: nameOf(ref) })}
          hint={t('list.removeOwner', { owner: nameOf(ref) })}
          onRemove={() => remove({ owners: without(params.owners, ref) })}
        />
      ))}
      {params.tags.map(tag => (
        <FilterChip
          key={tag}
          label={tag}
          hint={t('list.removeTag', { tag })}
          onRemove={() => remove({ tags: without(params.tags, tag) })}
        />
      ))}
    </div>
  );
}

function FilterChip(props: {
  label: string;
  hint: string;
  onRemove: () => void;
}) {
  const { label, hint, onRemove } = props;
  return (
    <Chip
      size="small"
      className={useStyles().chip}
      label={label}
      aria-label={hint}
      onClick={onRemove}
      onDelete={onRemove}
    />
  );
}

function without(values: string[], value: string): string[] {
  return values.filter(each => each !== value);
}
