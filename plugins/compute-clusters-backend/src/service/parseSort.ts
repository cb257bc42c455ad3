import { ClusterSort } from '../database';
import { ClusterListSort } from './ComputeClusterService';

const FIELDS = {
  name: 'name',
  '-name': 'name',
  namespace: 'namespace',
  '-namespace': 'namespace',
  state: 'state',
  '-state': 'state',
  createdAt: 'createdAt',
  '-createdAt': 'createdAt',
} as const satisfies Record<ClusterListSort, ClusterSort['field']>;

/** The API's way to name a sort, taken apart. */
export function parseSort(sort: ClusterListSort): ClusterSort {
  return {
    field: FIELDS[sort],
    direction: sort.startsWith('-') ? 'desc' : 'asc',
  };
}
