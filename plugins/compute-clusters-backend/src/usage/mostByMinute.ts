import { UsageWindow } from '../database';

const MINUTE_MILLISECONDS = 60_000;

/** A time that has begun, and may go on. */
interface Time {
  startedAt: Date;
  endedAt: Date | null;
}

interface Change {
  /** Milliseconds from the window's beginning. */
  at: number;
  by: number;
}

/** The most times that overlap at any moment of each minute of a window. Pure. */
export function mostByMinute(times: Time[], window: UsageWindow): number[] {
  const length = window.to.getTime() - window.from.getTime();
  const most = new Array<number>(Math.ceil(length / MINUTE_MILLISECONDS));
  most.fill(0);
  let running = 0;
  let since = 0;
  for (const { at, by } of [
    ...changesOf(times, window),
    { at: length, by: 0 },
  ]) {
    if (at > since) {
      const first = Math.floor(since / MINUTE_MILLISECONDS);
      const end = Math.ceil(at / MINUTE_MILLISECONDS);
      for (let minute = first; minute < end; minute++) {
        most[minute] = Math.max(most[minute], running);
      }
    }
    running += by;
    since = at;
  }
  return most;
}

/** In their order; what ends makes room before the next begins. */
function changesOf(times: Time[], { from, to }: UsageWindow): Change[] {
  const length = to.getTime() - from.getTime();
  const changes = times.flatMap(({ startedAt, endedAt }): Change[] => {
    const start = Math.max(0, startedAt.getTime() - from.getTime());
    const end = endedAt
      ? Math.min(length, endedAt.getTime() - from.getTime())
      : length;
    return end > start
      ? [
          { at: start, by: 1 },
          { at: end, by: -1 },
        ]
      : [];
  });
  return changes.sort((a, b) => a.at - b.at || a.by - b.by);
}
