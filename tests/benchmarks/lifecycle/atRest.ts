import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestCounter } from './RequestCounter';
import { processSeconds } from './processSeconds';

/** What the backend does while nothing changes. */
export interface Rest {
  /** Of one core. */
  cpuPercent: number;
  /** Its requests to the API server, new watches included. */
  requestsPerMinute: number;
}

/** Watches the backend for a while in which nobody changes anything. */
export async function measureRest(options: {
  pid: number;
  counter: RequestCounter;
  seconds: number;
}): Promise<Rest> {
  const { pid, counter, seconds } = options;
  const requestsBefore = await counter.count();
  const since = performance.now();
  const cpuBefore = processSeconds(pid);
  await sleep(seconds * 1000);
  const cpu = processSeconds(pid) - cpuBefore;
  const elapsed = (performance.now() - since) / 1000;
  const requests = (await counter.count()) - requestsBefore;
  return {
    cpuPercent: Math.round((cpu / elapsed) * 1000) / 10,
    requestsPerMinute: Math.round((requests / elapsed) * 600) / 10,
  };
}
