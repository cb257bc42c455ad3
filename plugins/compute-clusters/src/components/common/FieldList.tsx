import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

/** A label and what it says; an empty value shows a dash. */
export type Field = readonly [label: string, value: ReactNode];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(8em, max-content) 1fr',
    gap: theme.spacing(0.75, 2),
    margin: 0,
    ...theme.typography.body2,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '1fr',
      '& dd': { marginBottom: theme.spacing(1) },
    },
  },
  label: { color: theme.palette.text.secondary },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
}));

/** Labels and values, as a description list. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {fields.map(([label, value]) => [
        <dt key={`${label}-label`} className={classes.label}>
          {label}
        </dt>,
        <dd key={`${label}-value`} className={classes.value}>
          {value || '–'}
        </dd>,
      ])}
    </dl>
  );
}
