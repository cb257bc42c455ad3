import { UsageFigures } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { UsageSum } from '../database';

/** Digits of a minor unit that are told. */
const PRECISION = 10_000;

/**
 * The currency of a report: the one that costs most, where node types have several; null if nothing has a price. Pure.
 */
export function currencyOf(sums: UsageSum[]): string | null {
  const costs = new Map<string, number>();
  for (const { currency, cost } of sums) {
    if (currency !== null) {
      costs.set(currency, (costs.get(currency) ?? 0) + cost);
    }
  }
  const [dearest] = [...costs].sort(
    ([a, costA], [b, costB]) => costB - costA || a.localeCompare(b),
  );
  return dearest?.[0] ?? null;
}

/** Adds up; what is priced in another currency counts with its hours only. Pure. */
export function figuresOf(
  sums: UsageSum[],
  currency: string | null,
): UsageFigures {
  const total = { driverSeconds: 0, executorSeconds: 0, cost: 0 };
  for (const sum of sums) {
    total.driverSeconds += sum.driverSeconds;
    total.executorSeconds += sum.executorSeconds;
    total.cost += sum.currency === currency ? sum.cost : 0;
  }
  return {
    driverSeconds: Math.round(total.driverSeconds),
    executorSeconds: Math.round(total.executorSeconds),
    cost: Math.round(total.cost * PRECISION) / PRECISION,
  };
}
