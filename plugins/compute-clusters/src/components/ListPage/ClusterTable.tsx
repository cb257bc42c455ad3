import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ListSort } from '../../hooks/useListParams';
import { useTexts } from '../../hooks/useTexts';
import { COLUMNS, type Column } from './columns';
import { SkeletonRows } from './SkeletonRows';
import { useNarrow } from './useNarrow';
import { useTableStyles } from './useTableStyles';

/** The clusters as rows; a live update changes cells in place. */
export function ClusterTable(props: {
  clusters: readonly ComputeCluster[] | undefined;
  sort: ListSort;
  onSort: (sort: ListSort) => void;
}) {
  const t = useTexts();
  const classes = useTableStyles();
  const narrow = useNarrow();
  const columns = COLUMNS.filter(({ wideOnly }) => !(wideOnly && narrow));
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label={t('list.table')}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <HeadCell key={column.id} column={column} {...props} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.clusters?.map(cluster => (
            <TableRow key={cluster.id} hover>
              {columns.map(({ id, Cell }) => (
                <TableCell key={id} className={classes.cell}>
                  <Cell cluster={cluster} />
                </TableCell>
              ))}
            </TableRow>
          )) ?? <SkeletonRows columns={columns.length} />}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function HeadCell({
  column,
  sort,
  onSort,
}: {
  column: Column;
  sort: ListSort;
  onSort: (sort: ListSort) => void;
}) {
  const t = useTexts();
  const classes = useTableStyles();
  const className = classes.head;
  const label = t(`list.${column.id}`);
  if (!column.sort) {
    return (
      <TableCell className={className}>
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
    <TableCell className={className} sortDirection={active ? direction : false}>
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
