import { setImmediate } from 'node:timers/promises';

const PATIENCE_MILLISECONDS = 15_000;

/** Lets I/O go on until an attempt does not throw, as an expectation that is met, and throws its last error otherwise. */
export async function soon<T>(attempt: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
    }
    await setImmediate();
  }
}
