import {
  ClusterUsage,
  Money,
  UsageReport,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { UsageStore, UsageSum, UsageWindow } from '../database';
import { ClusterScope } from '../service/ComputeClusterService';
import { daysOf } from './daysOf';
import { currencyOf, figuresOf } from './figures';

/** What a report may be grouped by. */
export const USAGE_GROUPINGS = [
  'team',
  'namespace',
  'cluster',
  'nodeType',
  'day',
] as const;

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

  /** What all clusters in a scope cost, deleted ones included. */
  async report(
    scope: ClusterScope,
    groupBy: (typeof USAGE_GROUPINGS)[number],
    period: UsageWindow,
  ): Promise<UsageReport> {
    const days = groupBy === 'day' ? daysOf(period) : [];
    const sums = await this.store.sum({
      ...scope,
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
