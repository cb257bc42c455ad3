import { KubeConfig } from '@kubernetes/client-node';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWatcher } from './createWatcher';

const NANOSECONDS_PER_MS = 1e6;
const BYTES_PER_MB = 1e6;

// A process that does nothing but reflect the Kubernetes of KUBECONFIG, started with --expose-gc. Prints one JSON line.
async function main(): Promise<void> {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(process.env.KUBECONFIG ?? '');
  const before = await heap();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const since = performance.now();
  const { watcher, http } = createWatcher(kubeConfig);
  await watcher.start();
  const syncMs = performance.now() - since;
  delay.disable();
  const after = await heap();
  const pods = watcher
    .clusterIds()
    .reduce((sum, id) => sum + watcher.objectsOf(id).pods.length, 0);
  process.stdout.write(
    JSON.stringify({
      pods,
      syncMs: Math.round(syncMs),
      longestBlockMs: Math.round(delay.max / NANOSECONDS_PER_MS),
      heapMB: Math.round(((after - before) / BYTES_PER_MB) * 10) / 10,
      rssMB: Math.round(process.resourceUsage().maxRSS / 1000),
    }),
  );
  await watcher.stop();
  http.close();
}

/** Bytes that are in use, without garbage. */
async function heap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await sleep(100);
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
