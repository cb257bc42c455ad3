import {
  ClusterUsage,
  ExecutorHistory,
  Money,
  UsageReport,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { UsageFilter, UsageStore, UsageSum, UsageWindow } from '../database';
import { ClusterScope } from '../service/ComputeClusterService';
import { daysOf } from './daysOf';
import { mostByMinute } from './mostByMinute';
import { currencyOf, figuresOf } from './figures';

/** What a report may be grouped by. */
export const USAGE_GROUPINGS = [
  'team',
  'namespace',
  'cluster',
  'nodeType',
  'day',
] as const;

/** How far back the executors are told. */
const HISTORY_MILLISECONDS = 3_600_000;

/** Key of the group of namespaces that nobody owned. */
const UNOWNED = 'none';

/** Adds up hours and cost. Asks nobody's permission. */
export class UsageReader {
  static create(options: { store: UsageStore; clock: Clock }): UsageReader {
    return new UsageReader(options.store, options.clock);
  }

  private constructor(
    private readonly store: UsageStore,
    private readonly clock: Clock,
  ) {}

  /** What a cluster cost day by day. */
  async ofCluster(
    clusterId: string,
    period: UsageWindow,
  ): Promise<ClusterUsage> {
    const days = daysOf(period);
    const sums = await this.store.sum({
      clusterId,
      windows: days,
      now: this.clock.now(),
    });
    const currency = currencyOf(sums);
    return {
      from: period.from,
      to: period.to,
      currency,
      total: figuresOf(sums, currency),
      days: days.map(({ day }, index) => ({
        day,
        figures: figuresOf(
          sums.filter(({ window }) => window === index),
          currency,
        ),
      })),
    };
  }

  /** How many executors of a cluster ran in the last hour. */
  async executorHistory(clusterId: string): Promise<ExecutorHistory> {
    const to = this.clock.now();
    const from = new Date(to.getTime() - HISTORY_MILLISECONDS);
    const times = await this.store.executorTimes(clusterId, { from, to });
    return { from, to, minutes: mostByMinute(times, { from, to }) };
  }

  /** What all clusters in a scope cost, or those of them that are asked for, deleted ones included. */
  async report(
    scope: ClusterScope,
    query: {
      groupBy: (typeof USAGE_GROUPINGS)[number];
      period: UsageWindow;
      filter?: UsageFilter;
    },
  ): Promise<UsageReport> {
    const { groupBy, period, filter } = query;
    const days = groupBy === 'day' ? daysOf(period) : [];
    const sums = await this.store.sum({
      ...scope,
      filter,
      groupBy: groupBy === 'day' ? undefined : groupBy,
      windows: groupBy === 'day' ? days : [period],
      now: this.clock.now(),
    });
    const keyed = sums.map(sum => ({
      ...sum,
      key: days[sum.window]?.day ?? sum.key ?? UNOWNED,
    }));
    const currency = currencyOf(sums);
    return {
      from: period.from,
      to: period.to,
      groupBy,
      currency,
      total: figuresOf(sums, currency),
      groups:
        groupBy === 'day'
          ? groupsOf(
              days.map(({ day }) => day),
              keyed,
              currency,
            )
          : await this.dearestFirst(keyed, currency, groupBy === 'cluster'),
    };
  }

  /** What runs of a cluster have cost so far, by their sequence; those without any price are absent. */
  async costOfRuns(
    clusterId: string,
    sequences: number[],
  ): Promise<Map<number, Money>> {
    const now = this.clock.now();
    const sums = await this.store.sum({
      clusterId,
      runs: sequences,
      groupBy: 'run',
      windows: [{ from: new Date(0), to: now }],
      now,
    });
    const costs = new Map<number, Money>();
    for (const sequence of sequences) {
      const ofRun = sums.filter(({ key }) => key === String(sequence));
      const currency = currencyOf(ofRun);
      if (currency !== null) {
        const { cost: amount } = figuresOf(ofRun, currency);
        costs.set(sequence, { amount, currency });
      }
    }
    return costs;
  }

  private async dearestFirst(
    sums: KeyedSum[],
    currency: string | null,
    named: boolean,
  ): Promise<UsageReport['groups']> {
    const keys = [...new Set(sums.map(({ key }) => key))];
    const names = named
      ? await this.store.namesOf(keys)
      : new Map<string, string>();
    return groupsOf(keys, sums, currency)
      .map(group => {
        const label = names.get(group.key);
        return label === undefined ? group : { ...group, label };
      })
      .sort(
        (a, b) =>
          b.figures.cost - a.figures.cost || a.key.localeCompare(b.key, 'en'),
      );
  }
}

type KeyedSum = UsageSum & { key: string };

function groupsOf(
  keys: string[],
  sums: KeyedSum[],
  currency: string | null,
): UsageReport['groups'] {
  const byKey = new Map<string, KeyedSum[]>(keys.map(key => [key, []]));
  sums.forEach(sum => byKey.get(sum.key)?.push(sum));
  return [...byKey].map(([key, ofKey]) => ({
    key,
    figures: figuresOf(ofKey, currency),
  }));
}
