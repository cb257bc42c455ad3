import { Clock } from './Clock';

/**
 * Does a task now and again and again, until the signal. The task says how long to wait for the next time; after an
 * error it is `retryAfter`.
 */
export function repeat(options: {
  clock: Clock;
  signal: AbortSignal;
  /** Resolves to milliseconds. */
  task: () => Promise<number>;
  onError: (error: unknown) => void;
  retryAfter: number;
}): void {
  const { clock, signal, task, onError, retryAfter } = options;
  let cancel = () => {};
  signal.addEventListener('abort', () => cancel(), { once: true });

  const attempt = async () => {
    try {
      return await task();
    } catch (error) {
      if (!signal.aborted) {
        onError(error);
      }
      return retryAfter;
    }
  };
  const turn = async () => {
    const wait = await attempt();
    if (!signal.aborted) {
      cancel = clock.after(wait, turn);
    }
  };
  turn();
}
