import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ListCosts } from '../../hooks/useListCosts';
import { ChooseCell } from './bulk/ChooseCells';
import type { Choice } from './bulk/useChoice';
import type { Column } from './columns';
import { useTableStyles } from './useTableStyles';

/** One cluster. */
export function ClusterRow(props: {
  cluster: ComputeCluster;
  columns: readonly Column[];
  costs: ListCosts;
  choice: Choice;
}) {
  const classes = useTableStyles();
  const { cluster, columns, costs, choice } = props;
  const chosen = choice.isChosen(cluster);
  const cost = costs.of(cluster.id);
  return (
    <TableRow hover selected={chosen} className={classes.row}>
      <ChooseCell cluster={cluster} choice={choice} />
      {columns.map(({ id, Cell }) => (
        <TableCell key={id} className={classes.cell}>
          <Cell cluster={cluster} cost={cost} />
        </TableCell>
      ))}
    </TableRow>
  );
}
