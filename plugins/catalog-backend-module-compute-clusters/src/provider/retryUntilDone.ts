import { setTimeout as wait } from 'node:timers/promises';

/** Tries until it succeeds or is aborted, waiting longer each time. */
export async function retryUntilDone(options: {
  attempt: () => Promise<void>;
  onFailure: (error: unknown, retryInMs: number) => void;
  firstRetryMs: number;
  lastRetryMs: number;
  signal: AbortSignal;
}): Promise<void> {
  const { attempt, onFailure, firstRetryMs, lastRetryMs, signal } = options;
  let delay = firstRetryMs;
  while (!signal.aborted) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!signal.aborted) {
        onFailure(error, delay);
        await wait(delay, undefined, { signal }).catch(() => undefined);
        delay = Math.min(delay * 2, lastRetryMs);
      }
    }
  }
}
