import { setImmediate } from 'node:timers/promises';

const PATIENCE_MILLISECONDS = 15_000;

/** Lets I/O go on until an expectation is met, and fails with it when that takes too long. */
export async function soon(
  expectation: () => void | Promise<void>,
): Promise<void> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
    }
    await setImmediate();
  }
}
