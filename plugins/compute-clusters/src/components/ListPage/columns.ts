import type { ComponentType } from 'react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ListSort } from '../../hooks/useListParams';
import {
  ActionsCell,
  AutoScalingCell,
  DriverCell,
  ExecutorsCell,
  NameCell,
  NamespaceCell,
} from './cells';

/** A column of the list. */
export type Column = {
  id: 'name' | 'driver' | 'executors' | 'namespace' | 'autoScaling' | 'actions';
  sort?: readonly [up: ListSort, down: ListSort];
  /** Left out where there is no room. */
  wideOnly?: boolean;
  Cell: ComponentType<{ cluster: ComputeCluster }>;
};

/** The list's columns, in their order. */
export const COLUMNS: readonly Column[] = [
  { id: 'name', sort: ['name', '-name'], Cell: NameCell },
  { id: 'driver', sort: ['state', '-state'], Cell: DriverCell },
  { id: 'executors', wideOnly: true, Cell: ExecutorsCell },
  {
    id: 'namespace',
    sort: ['namespace', '-namespace'],
    wideOnly: true,
    Cell: NamespaceCell,
  },
  { id: 'autoScaling', wideOnly: true, Cell: AutoScalingCell },
  { id: 'actions', Cell: ActionsCell },
];
