import { useId, useRef, type ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import {
  useFieldArray,
  useFormContext,
  useFormState,
  type FieldArray,
} from 'react-hook-form';
import type { ClusterFormValues, ClusterList } from '../clusterFormValues';
import { RowButtons } from './RowButtons';

const useStyles = makeStyles(theme => ({
  root: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
  fields: {
    flexGrow: 1,
    minWidth: 0,
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
  },
  add: { marginTop: theme.spacing(1) },
}));

/** Rows of fields, to add and to remove, with what is wrong with all of them. */
export function RowList<List extends ClusterList>(props: {
  list: List;
  title: string;
  help: string;
  add: string;
  rowLabel: (row: number) => string;
  newRow: FieldArray<ClusterFormValues, List>;
  /** Whether the rows' order means something. */
  ordered?: boolean;
  children: (row: number) => ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  const { fields, append, remove, swap } = useFieldArray<
    ClusterFormValues,
    List
  >({ name: props.list });
  const addButton = useRef<HTMLButtonElement>(null);
  const error = useListError(props.list);
  return (
    <fieldset
      className={classes.root}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-help`}
    >
      <Typography variant="h6" component="h3" id={`${id}-title`}>
        {props.title}
      </Typography>
      <FormHelperText id={`${id}-help`} error={Boolean(error)}>
        {error ?? props.help}
      </FormHelperText>
      {fields.map((field, row) => (
        <div
          key={field.id}
          className={classes.row}
          role="group"
          aria-label={props.rowLabel(row)}
        >
          <div className={classes.fields}>{props.children(row)}</div>
          <RowButtons
            label={props.rowLabel(row)}
            onMoveUp={
              props.ordered && row > 0 ? () => swap(row, row - 1) : undefined
            }
            onRemove={() => {
              remove(row);
              // The button that had the focus is gone.
              addButton.current?.focus();
            }}
          />
        </div>
      ))}
      <Button
        ref={addButton}
        className={classes.add}
        size="small"
        startIcon={<AddIcon aria-hidden />}
        data-cluster-list={props.list}
        onClick={() => append(props.newRow)}
      >
        {props.add}
      </Button>
    </fieldset>
  );
}

/** What is wrong with the list as a whole, not with a row. */
function useListError(list: ClusterList): string | undefined {
  const { control, getFieldState } = useFormContext<ClusterFormValues>();
  const { error } = getFieldState(list, useFormState({ control }));
  return error?.root?.message ?? error?.message;
}
