import { UsageWindow } from '../database';

/** A day of UTC, as far as it lies in a period. */
export interface UsageDay extends UsageWindow {
  /** As 2026-01-31. */
  day: string;
}

const DAY_MILLISECONDS = 86_400_000;

/** Splits a period at the borders of days of UTC, oldest first. Pure. */
export function daysOf(period: UsageWindow): UsageDay[] {
  const days: UsageDay[] = [];
  let from = period.from.getTime();
  const end = period.to.getTime();
  while (from < end) {
    const midnight = from - (from % DAY_MILLISECONDS) + DAY_MILLISECONDS;
    const to = Math.min(midnight, end);
    const [day] = new Date(from).toISOString().split('T');
    days.push({ day, from: new Date(from), to: new Date(to) });
    from = to;
  }
  return days;
}
