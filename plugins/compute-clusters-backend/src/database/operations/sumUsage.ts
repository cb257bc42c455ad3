import { Knex } from 'knex';
import { UsageQuery, UsageSum, UsageWindow } from '../UsageStore';
import { GROUPING_COLUMNS, overlapping } from './overlapping';

const SECONDS_PER_HOUR = 3_600;

interface SumRow {
  window_index: number;
  group_key: string | number | null;
  currency: string | null;
  driver_seconds: number | string;
  executor_seconds: number | string;
  cost: number | string;
}

/** Adds up seconds and cost for each window, group and currency: reads each interval once, and only those that count. */
export async function sumUsage(
  knex: Knex,
  query: UsageQuery,
): Promise<UsageSum[]> {
  if (query.windows.length === 0) {
    return [];
  }
  const group = query.groupBy ? [GROUPING_COLUMNS[query.groupBy]] : [];
  const parts = knex
    .withMaterialized('overlapping', overlapping(knex, query))
    .withMaterialized('windows', windowsTable(knex, query.windows))
    .from('overlapping')
    .join('windows', join =>
      join
        .on('started_at', '<', 'to_at')
        .andOn(either =>
          either.on('ended_at', '>', 'from_at').orOnNull('ended_at'),
        ),
    )
    .select('window_index', 'currency', 'component', 'price_per_hour', ...group)
    .select({ seconds: secondsInWindow(knex, query.now) });
  const seconds = 'sum(case when component = ? then seconds else 0 end)';
  const rows: SumRow[] = await knex
    .from(parts.as('parts'))
    .groupBy('window_index', 'currency', ...group)
    .select('window_index', 'currency')
    .select({
      group_key: knex.raw(query.groupBy ? '??' : 'null', group),
      driver_seconds: knex.raw(seconds, ['driver']),
      executor_seconds: knex.raw(seconds, ['executor']),
      cost: knex.raw('sum(seconds * coalesce(price_per_hour, 0))'),
    });
  return rows.map(toUsageSum);
}

function windowsTable(knex: Knex, windows: UsageWindow[]): Knex.QueryBuilder {
  const parts = windows.map(({ from, to }, index) =>
    knex.select({
      window_index: knex.raw(String(index)),
      from_at: timeValue(knex, from),
      to_at: timeValue(knex, to),
    }),
  );
  return knex.unionAll(parts);
}

/** Never less than zero: Kubernetes' clock may be ahead of ours. */
function secondsInWindow(knex: Knex, now: Date): Knex.Raw {
  const parts = [timeValue(knex, now)];
  return isSqlite(knex)
    ? knex.raw(
        'max(0, min(coalesce(ended_at, ?), to_at) - max(started_at, from_at)) / 1000.0',
        parts,
      )
    : knex.raw(
        'greatest(0, extract(epoch from least(coalesce(ended_at, ?), to_at) - greatest(started_at, from_at)))',
        parts,
      );
}

/** PostgreSQL does not know of itself what a lone value is. */
function timeValue(knex: Knex, time: Date): Knex.Raw {
  return knex.raw(isSqlite(knex) ? '?' : '?::timestamptz', [time]);
}

function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}

function toUsageSum(row: SumRow): UsageSum {
  return {
    window: row.window_index,
    key: row.group_key === null ? null : String(row.group_key),
    currency: row.currency,
    driverSeconds: Number(row.driver_seconds),
    executorSeconds: Number(row.executor_seconds),
    cost: Number(row.cost) / SECONDS_PER_HOUR,
  };
}
