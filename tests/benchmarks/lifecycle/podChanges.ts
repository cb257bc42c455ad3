import { setTimeout as sleep } from 'node:timers/promises';
import { type Summary, summaryOf } from '../summary';
import type { ClusterPods, Driver } from './ClusterPods';
import type { RequestCounter } from './RequestCounter';
import type { StoredClusters } from './StoredClusters';

const PER_SECOND = 50;
const SECONDS = 20;

/** From a change of a pod until the store tells of it, in milliseconds. */
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

/** Where pods are changed, and where that is looked for. */
interface Tools {
  pods: ClusterPods;
  store: StoredClusters;
}

/**
 * Changes pods at an even rate, drivers and executors as often as there are of each: an executor goes, a driver is not
 * ready any more. Puts all of it back.
 */
export async function measurePodChanges(
  executors: number,
  tools: Tools,
): Promise<PodChanges> {
  const { pods, store } = tools;
  const drivers = pods.drivers.slice(0, PER_SECOND * SECONDS);
  const isDriversTurn = (i: number) => i % (executors + 1) === 0;
  const changes = await timed(drivers, async (driver, i) =>
    isDriversTurn(i)
      ? changeReadiness(driver, false, tools)
      : noteTimes(store.runningIs(driver.clusterId, executors - 1), () =>
          pods.removeExecutor(driver, executors),
        ),
  );
  await Promise.all(
    drivers
      .filter((_, i) => isDriversTurn(i))
      .map(driver => changeReadiness(driver, true, tools)),
  );
  const alone = drivers.filter((_, i) => !isDriversTurn(i));
  await pods.putBackExecutor(alone, executors);
  await store.executorsAre(executors);
  return changes;
}

/**
 * Changes drivers only, of which Kubernetes' own controllers take note too: each stops being ready, and later is ready
 * again.
 */
export async function measureDriverChanges(tools: Tools): Promise<PodChanges> {
  const drivers = tools.pods.drivers.slice(0, PER_SECOND * SECONDS);
  return timed([...drivers, ...drivers], (driver, i) =>
    changeReadiness(driver, i >= drivers.length, tools),
  );
}

async function changeReadiness(
  driver: Driver,
  ready: boolean,
  { pods, store }: Tools,
): Promise<Times> {
  return noteTimes(store.readyIs(driver.clusterId, ready), () =>
    pods.setReady(driver, ready),
  );
}

async function noteTimes(
  stored: Promise<number>,
  change: () => Promise<void>,
): Promise<Times> {
  const sent = Date.now();
  await change();
  const answered = Date.now();
  return { sent, answered, stored: await stored };
}

async function timed(
  drivers: Driver[],
  change: (driver: Driver, index: number) => Promise<Times>,
): Promise<PodChanges> {
  const since = performance.now();
  const times = await atEvenRate(drivers, change);
  const seconds = (performance.now() - since) / 1000;
  return {
    perSecond: Math.round(times.length / seconds),
    sentToStoreMs: summaryOf(times.map(t => t.stored - t.sent)),
    answeredToStoreMs: summaryOf(times.map(t => t.stored - t.answered)),
  };
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
  work: (driver: Driver, index: number) => Promise<T>,
): Promise<T[]> {
  const since = performance.now();
  const running: Promise<T>[] = [];
  for (const [index, driver] of drivers.entries()) {
    const due = since + (index * 1000) / PER_SECOND;
    await sleep(Math.max(0, due - performance.now()));
    running.push(work(driver, index));
  }
  return Promise.all(running);
}
