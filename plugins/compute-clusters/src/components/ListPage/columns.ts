import type { ComponentType } from 'react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ShownCost } from '../../hooks/useListCosts';
import type { ListSort, OptionalColumn } from '../../hooks/useListParams';
import {
  ActionsCell,
  AutoScalingCell,
  DriverCell,
  ExecutorsCell,
  ImageCell,
  MonthCell,
  NameCell,
  NamespaceCell,
} from './cells';

/** What a cell gets to show. */
export type CellProps = { cluster: ComputeCluster; cost: ShownCost };

/** A column of the list. */
export type Column = {
  id: 'name' | 'driver' | 'actions' | OptionalColumn;
  /** The least width in pixels; columns share what there is more by it. */
  width: number;
  sort?: readonly [up: ListSort, down: ListSort];
  Cell: ComponentType<CellProps>;
};

const NAME: Column = {
  id: 'name',
  width: 170,
  sort: ['name', '-name'],
  Cell: NameCell,
};

const DRIVER: Column = {
  id: 'driver',
  width: 170,
  sort: ['state', '-state'],
  Cell: DriverCell,
};

const ACTIONS: Column = { id: 'actions', width: 56, Cell: ActionsCell };

const OPTIONAL: Record<OptionalColumn, Column> = {
  executors: { id: 'executors', width: 150, Cell: ExecutorsCell },
  namespace: {
    id: 'namespace',
    width: 145,
    sort: ['namespace', '-namespace'],
    Cell: NamespaceCell,
  },
  autoScaling: { id: 'autoScaling', width: 130, Cell: AutoScalingCell },
  month: { id: 'month', width: 90, Cell: MonthCell },
  image: { id: 'image', width: 160, Cell: ImageCell },
};

/** The columns that are shown, in their order; where there is no room, only those without which a row says nothing. */
export function columnsOf(
  chosen: readonly OptionalColumn[],
  narrow: boolean,
): Column[] {
  const optional = narrow ? [] : chosen.map(id => OPTIONAL[id]);
  return [NAME, DRIVER, ...optional, ACTIONS];
}
