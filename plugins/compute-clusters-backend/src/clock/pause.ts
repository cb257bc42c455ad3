import { Clock } from './Clock';

/** Waits, unless `signal` is aborted. */
export function pause(
  clock: Clock,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const cancel = clock.after(milliseconds, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    function abort() {
      cancel();
      resolve();
    }
    signal.addEventListener('abort', abort, { once: true });
  });
}
