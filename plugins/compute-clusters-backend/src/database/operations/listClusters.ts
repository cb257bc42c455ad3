import { Knex } from 'knex';
import { ClusterQuery, ClusterSlice, ClusterSort } from '../ClusterStore';
import { toClusterRecord } from '../clusterRows';
import { ClusterRecord } from '../records';
import { answeredSince } from '../silence';
import { Position, toSlice } from '../Slice';
import { countMatches, totalOf } from './countMatches';
import { filterClusters } from './filterClusters';
import { selectClusters } from './selectClusters';

const COLUMNS: Record<ClusterSort['field'], string> = {
  name: 'clusters.name',
  namespace: 'clusters.namespace',
  state: 'clusters.state',
  createdAt: 'clusters.created_at',
};

/** Reads one slice of the live clusters, and counts all that match by their state. */
export async function listClusters(options: {
  knex: Knex;
  query: ClusterQuery;
  now: Date;
}): Promise<ClusterSlice> {
  const { knex, query, now } = options;
  const sort = query.sort ?? { field: 'name', direction: 'asc' };
  const answering = await listAnswering(knex, now);

  const rows = selectClusters(knex);
  filterClusters(rows, query, answering);
  goOnFrom(rows, sort, query.position);

  const stateCounts = await countMatches(knex, query, answering);
  const slice = toSlice({
    rows: (await rows.limit(query.limit + 1)).map(toClusterRecord),
    totalItems: totalOf(stateCounts, query.state),
    limit: query.limit,
    position: query.position,
    positionOf: cluster => ({
      value: sortValue(cluster, sort.field),
      id: cluster.id,
    }),
  });
  return { ...slice, stateCounts };
}

async function listAnswering(knex: Knex, now: Date): Promise<string[]> {
  return await knex('kubernetes_clusters')
    .where('answered_at', '>=', answeredSince(now))
    .pluck('name');
}

function goOnFrom(
  builder: Knex.QueryBuilder,
  sort: ClusterSort,
  position: Position | undefined,
): void {
  const column = COLUMNS[sort.field];
  const ascending = (sort.direction === 'asc') !== (position?.before ?? false);
  if (position) {
    const value =
      sort.field === 'createdAt' ? new Date(position.value) : position.value;
    builder.whereRaw(`(??, ??) ${ascending ? '>' : '<'} (?, ?)`, [
      column,
      'clusters.id',
      value,
      position.id,
    ]);
  }
  const direction = ascending ? 'asc' : 'desc';
  builder.orderBy([
    { column, order: direction },
    { column: 'clusters.id', order: direction },
  ]);
}

function sortValue(
  cluster: ClusterRecord,
  field: ClusterSort['field'],
): string | number {
  switch (field) {
    case 'namespace':
      return cluster.namespace;
    case 'state':
      return cluster.unseen ? 'UNKNOWN' : cluster.observed.state;
    case 'createdAt':
      return cluster.createdAt.getTime();
    default:
      return cluster.name;
  }
}
