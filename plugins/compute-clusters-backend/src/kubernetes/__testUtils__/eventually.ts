import { setImmediate } from 'timers/promises';

/** Lets I/O go on until a condition holds; fails when that takes ten seconds. */
export async function eventually(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) {
      throw new Error(`Waited for ${condition}`);
    }
    await setImmediate();
  }
}
