import { randomUUID } from 'node:crypto';
import { waitUntil } from '../../support/waitUntil';
import { inParallel } from '../support/inParallel';
import { perMinute } from '../summary';
import type { BareClient } from './BareClient';
import type { BenchmarkUser } from './BenchmarkUser';
import type { KubernetesTimeline } from './KubernetesTimeline';

const ALL = { timeoutMs: 600_000, everyMs: 100 };

/** How fast a burst is. */
export interface Burst {
  /** Clusters a minute, until every driver is Ready in Kubernetes. */
  readyPerMinute: number;
  /** Clusters a minute, until the store tells ACTIVE for all; only of the product. */
  activePerMinute?: number;
  /** Milliseconds until half of the drivers are Ready. */
  halfReadyMs: number;
}

/** Asks the product for many clusters at once. */
export async function burstOfProduct(options: {
  count: number;
  user: BenchmarkUser;
  kubernetes: KubernetesTimeline;
}): Promise<Burst> {
  const { count, user, kubernetes } = options;
  const readyBefore = kubernetes.readyCount;
  const activeBefore = await user.count('ACTIVE');
  const since = Date.now();
  const elapsed = () => Date.now() - since;
  const created = Promise.all(
    Array.from({ length: count }, (_, i) => user.create(`burst-${i}`)),
  );
  const ready = waitUntil(
    'all drivers are ready',
    () => kubernetes.readyCount >= readyBefore + count && elapsed(),
    ALL,
  );
  const active = waitUntil(
    'all clusters are ACTIVE',
    async () =>
      (await user.count('ACTIVE')) >= activeBefore + count && elapsed(),
    { ...ALL, everyMs: 500 },
  );
  const [readyMs, activeMs] = await Promise.all([ready, active, created]);
  return {
    readyPerMinute: perMinute(count, readyMs),
    activePerMinute: perMinute(count, activeMs),
    halfReadyMs: kubernetes.readyAt(readyBefore + count / 2) - since,
  };
}

/** Makes the same objects with a client that does nothing else. */
export async function burstOfBareClient(options: {
  count: number;
  /** How many clusters it makes at once; with all of them, the last kind of object comes last for all. */
  atOnce: number;
  bare: BareClient;
  kubernetes: KubernetesTimeline;
}): Promise<Burst> {
  const { count, atOnce, bare, kubernetes } = options;
  const clusters = Array.from({ length: count }, (_, i) => ({
    id: randomUUID(),
    name: `bare-${i}`,
  }));
  const since = Date.now();
  const created = inParallel(clusters, atOnce, cluster => bare.create(cluster));
  const ready = waitUntil(
    'all drivers of the bare client are ready',
    () => kubernetes.readyCount >= count && Date.now() - since,
    ALL,
  );
  const [readyMs] = await Promise.all([ready, created]);
  return {
    readyPerMinute: perMinute(count, readyMs),
    halfReadyMs: kubernetes.readyAt(count / 2) - since,
  };
}
