/** What is told of a series of measurements, in milliseconds. */
export interface Summary {
  n: number;
  p50: number;
  p95: number;
  max: number;
}

/** Sums up a series. */
export function summaryOf(values: number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? NaN);
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** How many of them a minute. */
export function perMinute(count: number, milliseconds: number): number {
  return Math.round((count * 60_000) / milliseconds);
}
