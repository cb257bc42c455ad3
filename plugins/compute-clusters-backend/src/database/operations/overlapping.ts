import { Knex } from 'knex';
import { LONG_MILLISECONDS } from '../usageRows';
import { UsageGrouping, UsageQuery } from '../UsageStore';
import { filterClusters } from './filterClusters';

/** The column that a grouping stands for. */
export const GROUPING_COLUMNS: Record<UsageGrouping, string> = {
  team: 'owner_ref',
  namespace: 'namespace',
  cluster: 'cluster_id',
  nodeType: 'node_type',
  run: 'run',
};

/** Which intervals. */
type IntervalQuery = Omit<UsageQuery, 'now'>;

/**
 * The intervals that reach into the windows, from an index each: short ones cannot have begun long before, and of open
 * and of long ones there are few.
 */
export function overlapping(
  knex: Knex,
  query: IntervalQuery,
): Knex.QueryBuilder {
  const from = new Date(Math.min(...query.windows.map(w => w.from.getTime())));
  const to = new Date(Math.max(...query.windows.map(w => w.to.getTime())));
  const intervals = () => selectIntervals(knex, query, to);
  return knex.unionAll([
    intervals().whereNull('ended_at'),
    intervals().where('long_ended_at', '>', from),
    intervals()
      .whereNull('long_ended_at')
      .andWhere(
        'started_at',
        '>=',
        new Date(from.getTime() - LONG_MILLISECONDS),
      )
      .andWhere('ended_at', '>', from),
  ]);
}

function selectIntervals(
  knex: Knex,
  query: IntervalQuery,
  to: Date,
): Knex.QueryBuilder {
  const intervals = knex('usage_intervals')
    .where('started_at', '<', to)
    .select('started_at', 'ended_at', 'component', 'currency', 'price_per_hour')
    .select(query.groupBy ? [GROUPING_COLUMNS[query.groupBy]] : []);
  if (query.clusterId !== undefined) {
    intervals.where('cluster_id', query.clusterId);
  }
  if (query.runs) {
    intervals.whereIn('run', query.runs);
  }
  const { clusterId, ...filter } = query.filter ?? {};
  if (clusterId) {
    intervals.whereIn('cluster_id', clusterId);
  }
  const { namespaces, criteria } = query;
  if ([namespaces, criteria, ...Object.values(filter)].some(Boolean)) {
    intervals.whereIn(
      'cluster_id',
      knex('clusters')
        .select('clusters.id')
        .modify(
          filterClusters,
          { ...filter, namespaces, criteria, limit: 0 },
          [],
        ),
    );
  }
  return intervals;
}
