import { randomUUID } from 'node:crypto';
import { waitUntil } from '../../support/waitUntil';
import { perMinute } from '../summary';
import type { BareClient } from './BareClient';
import type { BenchmarkUser } from './BenchmarkUser';
import type { KubernetesTimeline } from './KubernetesTimeline';

const ALL = { timeoutMs: 600_000, everyMs: 100 };

/** Rates of a burst, in clusters a minute. */
export interface Burst {
  /** Until every driver is Ready in Kubernetes. */
  readyPerMinute: number;
  /** Until the store tells ACTIVE for all; only of the product. */
  activePerMinute?: number;
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
  };
}

/** Makes the same objects with a client that does nothing else. */
export async function burstOfBareClient(options: {
  count: number;
  bare: BareClient;
  kubernetes: KubernetesTimeline;
}): Promise<Burst> {
  const { count, bare, kubernetes } = options;
  const since = Date.now();
  const created = Promise.all(
    Array.from({ length: count }, (_, i) =>
      bare.create({ id: randomUUID(), name: `bare-${i}` }),
    ),
  );
  const ready = waitUntil(
    'all drivers of the bare client are ready',
    () => kubernetes.readyCount >= count && Date.now() - since,
    ALL,
  );
  const [readyMs] = await Promise.all([ready, created]);
  return { readyPerMinute: perMinute(count, readyMs) };
}
