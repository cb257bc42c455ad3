import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import type { ListSort } from '../../hooks/useListParams';
import { useTexts } from '../../hooks/useTexts';
import type { Column } from './columns';
import { useTableStyles } from './useTableStyles';

/** A column's name; it sorts where the column can. */
export function HeadCell(props: {
  column: Column;
  sort: ListSort;
  onSort: (sort: ListSort) => void;
}) {
  const t = useTexts();
  const classes = useTableStyles();
  const { column, sort, onSort } = props;
  const label = t(`list.${column.id}`);
  if (!column.sort) {
    return (
      <TableCell className={classes.head}>
        <span className={column.id === 'actions' ? classes.hidden : undefined}>
          {label}
        </span>
      </TableCell>
    );
  }
  const [up, down] = column.sort;
  const active = sort === up || sort === down;
  const direction = sort === down ? 'desc' : 'asc';
  return (
    <TableCell
      className={classes.head}
      sortDirection={active ? direction : false}
    >
      <TableSortLabel
        active={active}
        direction={direction}
        onClick={() => onSort(sort === up ? down : up)}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );
}
