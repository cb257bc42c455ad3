import { setImmediate as nextTurn } from 'node:timers/promises';

/** Waits until a condition holds; the test's own time limit ends it otherwise. */
export async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await nextTurn();
  }
}
