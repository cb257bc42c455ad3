import { setTimeout as sleep } from 'node:timers/promises';
import { type Summary, summaryOf } from '../summary';
import type { ClusterPods, Driver } from './ClusterPods';
import type { RequestCounter } from './RequestCounter';
import type { StoredClusters } from './StoredClusters';

const PER_SECOND = 50;
const SECONDS = 20;

/** From a change of a driver's readiness until the store tells of it, in milliseconds. */
export interface PodChanges {
  perSecond: number;
  /** From sending the change to the API server. */
  sentToStoreMs: Summary;
  /** From the API server's answer to it. */
  answeredToStoreMs: Summary;
}

interface Times {
  sent: number;
  answered: number;
  stored: number;
}

/** Changes pods at an even rate: each driver stops being ready, and later is ready again. */
export async function measurePodChanges(options: {
  pods: ClusterPods;
  store: StoredClusters;
}): Promise<PodChanges> {
  const drivers = options.pods.drivers.slice(0, PER_SECOND * SECONDS);
  const since = performance.now();
  const times = [
    ...(await changeAll(drivers, false, options)),
    ...(await changeAll(drivers, true, options)),
  ];
  const seconds = (performance.now() - since) / 1000;
  return {
    perSecond: Math.round(times.length / seconds),
    sentToStoreMs: summaryOf(times.map(t => t.stored - t.sent)),
    answeredToStoreMs: summaryOf(times.map(t => t.stored - t.answered)),
  };
}

async function changeAll(
  drivers: Driver[],
  ready: boolean,
  { pods, store }: { pods: ClusterPods; store: StoredClusters },
): Promise<Times[]> {
  return atEvenRate(drivers, async driver => {
    const stored = store.readyIs(driver.clusterId, ready);
    const sent = Date.now();
    await pods.setReady(driver, ready);
    const answered = Date.now();
    return { sent, answered, stored: await stored };
  });
}

/**
 * Has the product look at every cluster though nothing of it changed.
 *
 * @returns its requests to the API server beyond those of its rest, for each cluster
 */
export async function measureTouches(options: {
  pods: ClusterPods;
  counter: RequestCounter;
  requestsPerMinute: number;
}): Promise<number> {
  const { pods, counter, requestsPerMinute } = options;
  const before = await counter.count();
  const since = performance.now();
  await atEvenRate(pods.drivers, driver => pods.touch(driver));
  await sleep(2_000);
  const minutes = (performance.now() - since) / 60_000;
  const requests = (await counter.count()) - before;
  const caused = Math.max(0, requests - requestsPerMinute * minutes);
  return Math.round((caused / pods.drivers.length) * 1000) / 1000;
}

async function atEvenRate<T>(
  drivers: Driver[],
  work: (driver: Driver) => Promise<T>,
): Promise<T[]> {
  const since = performance.now();
  const running: Promise<T>[] = [];
  for (const [index, driver] of drivers.entries()) {
    const due = since + (index * 1000) / PER_SECOND;
    await sleep(Math.max(0, due - performance.now()));
    running.push(work(driver));
  }
  return Promise.all(running);
}
