import type { Ref } from 'react';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ListCosts } from '../../hooks/useListCosts';
import type { ListSort } from '../../hooks/useListParams';
import { useTexts } from '../../hooks/useTexts';
import { ChooseAllCell } from './bulk/ChooseCells';
import type { Choice } from './bulk/useChoice';
import { ClusterRow } from './ClusterRow';
import type { Column } from './columns';
import { HeadCell } from './HeadCell';
import { SkeletonRows } from './SkeletonRows';
import { useTableStyles } from './useTableStyles';

const CHOOSE_WIDTH = 44;

/** The clusters as rows; a live update changes cells in place. */
export function ClusterTable(props: {
  clusters: readonly ComputeCluster[] | undefined;
  columns: readonly Column[];
  costs: ListCosts;
  choice: Choice;
  sort: ListSort;
  onSort: (sort: ListSort) => void;
  containerRef: Ref<HTMLDivElement>;
}) {
  const t = useTexts();
  const classes = useTableStyles();
  const { clusters, columns, choice } = props;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <Paper variant="outlined">
      {/* Focusable, so that the keyboard can scroll it. */}
      <TableContainer
        tabIndex={0}
        role="region"
        aria-label={t('list.table')}
        ref={props.containerRef}
      >
        <Table
          size="small"
          className={classes.table}
          style={{ minWidth: Math.min(width, 1000) * 0.72 }}
          aria-label={t('list.table')}
        >
          <colgroup>
            <col style={{ width: CHOOSE_WIDTH }} />
            {columns.map(column => (
              <col key={column.id} style={{ width: widthOf(column, width) }} />
            ))}
          </colgroup>
          <TableHead>
            <TableRow>
              <ChooseAllCell choice={choice} />
              {columns.map(column => (
                <HeadCell key={column.id} column={column} {...props} />
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {clusters?.map(cluster => (
              <ClusterRow key={cluster.id} cluster={cluster} {...props} />
            )) ?? <SkeletonRows columns={columns.length + 1} />}
          </TableBody>
        </Table>
      </TableContainer>
    </Paper>
  );
}

/** The menu's column stays as wide as its button. */
function widthOf({ id, width }: Column, all: number): number | string {
  return id === 'actions' ? width : `${Math.round((width / all) * 100)}%`;
}
