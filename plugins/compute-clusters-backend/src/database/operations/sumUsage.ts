import { Knex } from 'knex';
import {
  UsageGrouping,
  UsageQuery,
  UsageSum,
  UsageWindow,
} from '../UsageStore';
import { filterClusters } from './filterClusters';

const SECONDS_PER_HOUR = 3_600;

/** Parts of one statement; SQLite takes at most 500. */
const MOST_WINDOWS = 100;

const COLUMNS: Record<UsageGrouping, string> = {
  team: 'owner_ref',
  namespace: 'namespace',
  cluster: 'cluster_id',
  nodeType: 'node_type',
  run: 'run',
};

interface SumRow {
  window: number;
  group_key: string | number | null;
  currency: string | null;
  driver_seconds: number | string | null;
  executor_seconds: number | string | null;
  cost: number | string | null;
}

/** Adds up seconds and cost for each window, group and currency. */
export async function sumUsage(
  knex: Knex,
  query: UsageQuery,
): Promise<UsageSum[]> {
  const sums: UsageSum[] = [];
  for (let start = 0; start < query.windows.length; start += MOST_WINDOWS) {
    const parts = query.windows
      .slice(start, start + MOST_WINDOWS)
      .map((window, index) => sumWindow(knex, query, window, start + index));
    const rows: SumRow[] = await knex.unionAll(parts);
    sums.push(...rows.map(toUsageSum));
  }
  return sums;
}

function sumWindow(
  knex: Knex,
  query: UsageQuery,
  window: UsageWindow,
  index: number,
): Knex.QueryBuilder {
  const group = query.groupBy ? [COLUMNS[query.groupBy]] : [];
  const seconds = `case when component = ? then seconds else 0 end`;
  return knex
    .from(overlaps(knex, query, window).as('overlaps'))
    .groupBy(...group, 'currency')
    .select({
      window: knex.raw(String(index)),
      group_key: knex.raw(query.groupBy ? '??' : 'null', group),
    })
    .select('currency')
    .select({
      driver_seconds: knex.raw(`sum(${seconds})`, ['driver']),
      executor_seconds: knex.raw(`sum(${seconds})`, ['executor']),
      cost: knex.raw('sum(seconds * coalesce(price_per_hour, 0))'),
    });
}

/** The intervals that reach into a window, with the seconds that they have in it. */
function overlaps(
  knex: Knex,
  query: UsageQuery,
  window: UsageWindow,
): Knex.QueryBuilder {
  const intervals = knex('usage_intervals')
    .where('started_at', '<', window.to)
    .andWhere(either =>
      either.where('ended_at', '>', window.from).orWhereNull('ended_at'),
    )
    .select(query.groupBy ? [COLUMNS[query.groupBy]] : [])
    .select('component', 'currency', 'price_per_hour')
    .select({ seconds: secondsIn(knex, window, query.now) });
  if (query.clusterId !== undefined) {
    intervals.where('cluster_id', query.clusterId);
  }
  if (query.runs) {
    intervals.whereIn('run', query.runs);
  }
  if (query.namespaces || query.criteria) {
    const { namespaces, criteria } = query;
    intervals.whereIn(
      'cluster_id',
      knex('clusters')
        .select('clusters.id')
        .modify(filterClusters, { namespaces, criteria, limit: 0 }, []),
    );
  }
  return intervals;
}

/** Never less than zero: Kubernetes' clock may be ahead of ours. */
function secondsIn(knex: Knex, { from, to }: UsageWindow, now: Date): Knex.Raw {
  const isSqlite = String(knex.client.config.client).includes('sqlite');
  return isSqlite
    ? knex.raw(
        'max(0, min(coalesce(ended_at, ?), ?) - max(started_at, ?)) / 1000.0',
        [now, to, from],
      )
    : knex.raw(
        'greatest(0, extract(epoch from least(coalesce(ended_at, ?), ?) - greatest(started_at, ?)))',
        [now, to, from],
      );
}

function toUsageSum(row: SumRow): UsageSum {
  return {
    window: row.window,
    key: row.group_key === null ? null : String(row.group_key),
    currency: row.currency,
    driverSeconds: Number(row.driver_seconds),
    executorSeconds: Number(row.executor_seconds),
    cost: Number(row.cost) / SECONDS_PER_HOUR,
  };
}
