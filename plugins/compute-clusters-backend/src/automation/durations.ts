const MINUTE = 60_000;

/** So long before an automatic stop it is announced. */
export const GRACE_MILLISECONDS = 5 * MINUTE;

/** Starts and stops of a schedule that no backend was there for are made up for so long. */
export const CATCH_UP_MILLISECONDS = 60 * MINUTE;

const SHORTEST_LOOK = 30_000;
const LONGEST_LOOK = 5 * MINUTE;

/** Milliseconds between two looks at whether a cluster is in use: a tenth of its idle time, 30 s to 5 min. */
export function lookInterval(idleMinutes: number): number {
  const tenth = (idleMinutes * MINUTE) / 10;
  return Math.min(LONGEST_LOOK, Math.max(SHORTEST_LOOK, tenth));
}

/** Milliseconds of so many minutes. */
export function minutes(count: number): number {
  return count * MINUTE;
}
