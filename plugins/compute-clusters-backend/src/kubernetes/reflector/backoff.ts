/** A server that is away sees at most one request a second, and one that returns is asked within four. */
const SHORTEST = 1_000;
const LONGEST = 3_000;
const JITTER = 0.3;

/** How long to wait after the nth failure in a row, in milliseconds; `random` spreads many reflectors. */
export function backoff(failures: number, random: () => number): number {
  const delay = Math.min(SHORTEST * 1.5 ** (failures - 1), LONGEST);
  return Math.round(delay * (1 + JITTER * random()));
}
