import { KubeConfig } from '@kubernetes/client-node';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/freePort';
import { createWatcher } from './createWatcher';

const SECONDS = 30;

/** What an API server sees of the reflectors that does not answer. */
export interface Outage {
  seconds: number;
  /** Of each reflector, by what it watches. */
  requests: Record<string, number>;
  /** Between two requests of one reflector. */
  shortestGapMs: number;
}

/** Lets the reflectors run against a listener that takes each request and hangs up. */
export async function measureOutage(): Promise<Outage> {
  const times = new Map<string, number[]>();
  const server = createServer(request => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    times.set(path, [...(times.get(path) ?? []), performance.now()]);
    request.socket.destroy();
  });
  const { watcher, http } = createWatcher(await listen(server));
  void watcher.start();
  await sleep(SECONDS * 1000);
  await watcher.stop();
  http.close();
  server.close();
  const gaps = [...times.values()].flatMap(all =>
    all.slice(1).map((time, index) => time - all[index]),
  );
  return {
    seconds: SECONDS,
    requests: Object.fromEntries(
      [...times].map(([path, all]) => [path, all.length]),
    ),
    shortestGapMs: Math.round(Math.min(...gaps)),
  };
}

async function listen(server: Server): Promise<KubeConfig> {
  const port = await freePort();
  await new Promise<void>(resolve => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    {
      name: 'away',
      server: `http://127.0.0.1:${port}`,
      // The client insists, though there is no TLS.
      skipTLSVerify: true,
    },
    { name: 'benchmark' },
  );
  return kubeConfig;
}
