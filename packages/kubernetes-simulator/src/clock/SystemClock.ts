import type { Clock } from './Clock';

/** Longer timers overflow in Node and would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * The machine's clock.
 *
 * @public
 */
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }

  after(milliseconds: number, callback: () => void): () => void {
    if (milliseconds <= 0) {
      const immediate = setImmediate(callback);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(callback, Math.min(milliseconds, LONGEST_TIMER));
    return () => clearTimeout(timer);
  }
}
