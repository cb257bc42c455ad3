import { setInterval } from 'node:timers/promises';

/** Asks again until the answer is there; throws with what it waited for when it does not come in time. */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  options: { timeoutMs: number; everyMs?: number },
): Promise<T> {
  const { timeoutMs, everyMs = 100 } = options;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (performance.now() > deadline) {
      throw new Error(`${what}: not within ${timeoutMs} ms`);
    }
    await nextTick(everyMs);
  }
}

async function nextTick(everyMs: number): Promise<void> {
  for await (const _ of setInterval(everyMs)) {
    return;
  }
}
