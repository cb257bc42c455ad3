import { waitUntil } from '../../support/waitUntil';
import type { KeepAliveHttp } from '../support/KeepAliveHttp';

const EVERY_MS = 10_000;
const LONGEST_MS = 1_800_000;

/**
 * Waits until nobody writes the status of pods any more, or asks for their logs. Simulated nodes repeat the first for
 * minutes after the last of many pods runs, with most of a small machine's processors, and have no logs, for which the
 * product asks several times.
 */
export async function untilQuiet(http: KeepAliveHttp): Promise<void> {
  let before = -1;
  await waitUntil(
    'simulated nodes are quiet',
    async () => {
      const requests = await podRequests(http);
      const quiet = requests === before;
      before = requests;
      return quiet;
    },
    { timeoutMs: LONGEST_MS, everyMs: EVERY_MS },
  );
}

async function podRequests(http: KeepAliveHttp): Promise<number> {
  const metrics = await http.send('GET', '/metrics');
  return metrics
    .split('\n')
    .filter(
      line =>
        line.startsWith('apiserver_request_total{') &&
        line.includes('resource="pods"') &&
        /subresource="(status|log)"/.test(line),
    )
    .reduce((sum, line) => sum + Number(line.split(' ').pop()), 0);
}
