import type { UsageFigures } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from './useFormats';
import { useTexts } from './useTexts';

/** How long drivers and executors ran, together. */
export function secondsOf(figures: UsageFigures): number {
  return figures.driverSeconds + figures.executorSeconds;
}

/** What counts in a report of this currency: cost, or hours where nothing has a price. */
export function useAmounts(currency: string | null) {
  const t = useTexts();
  const { money, hours } = useFormats();
  /** For comparing. */
  const valueOf = (figures: UsageFigures): number =>
    currency ? figures.cost : secondsOf(figures);
  /** The same in words. */
  const textOf = (figures: UsageFigures): string =>
    currency
      ? money(figures.cost, currency)
      : t('usage.hours', { hours: hours(secondsOf(figures)) });
  /** The highest of at least one, in words. */
  const mostOf = (bars: { figures: UsageFigures }[]): string =>
    textOf(
      bars
        .map(({ figures }) => figures)
        .reduce((a, b) => (valueOf(b) > valueOf(a) ? b : a)),
    );
  /** Only the cost. What was used and cost nothing at all has no price, or none in this currency. */
  const costOf = (figures: UsageFigures): string =>
    currency && (figures.cost > 0 || secondsOf(figures) === 0)
      ? money(figures.cost, currency)
      : t('usage.noPrice');
  return { valueOf, textOf, mostOf, costOf };
}
