/** The periods that costs are told of, as they stand in the address. */
export const USAGE_PERIODS = [
  'this-month',
  'last-month',
  '30-days',
  '90-days',
] as const;

/** One of them. */
export type UsagePeriod = (typeof USAGE_PERIODS)[number];

/** The first day of a period, and the day after its last; without one it goes on. */
export type UsageDays = { from: string; to?: string };

/** The days of a period. They are days of UTC, as the backend bills them. */
export function daysOfPeriod(period: UsagePeriod, now: Date): UsageDays {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const thisMonth = day(Date.UTC(year, month));
  switch (period) {
    case 'this-month':
      return { from: thisMonth };
    case 'last-month':
      return { from: day(Date.UTC(year, month - 1)), to: thisMonth };
    case '30-days':
      return { from: lastDays(30, now) };
    case '90-days':
      return { from: lastDays(90, now) };
    default:
      return period satisfies never;
  }
}

/** The first of so many days, the last of which is today. */
function lastDays(days: number, now: Date): string {
  const first = new Date(now);
  first.setUTCDate(now.getUTCDate() - days + 1);
  return day(first);
}

function day(time: Date | number): string {
  return new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
