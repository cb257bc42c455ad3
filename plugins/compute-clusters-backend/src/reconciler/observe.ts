import {
  hasEnded,
  isOnLostNode,
  isReady,
  isWanted,
} from '../kubernetes/podState';
import { ClusterObjects, PodRecord } from '../kubernetes/records';
import {
  ObservedCluster,
  ObservedDriver,
  ObservedDriverEnd,
  ObservedEnding,
  ObservedPod,
  ObservedRun,
} from './ObservedCluster';
import { driverEnds } from './driverEnds';
import { observeExecutors } from './observeExecutors';
import { observeJob } from './observeJob';
import { podFinding } from './podFinding';

/** Makes sense of the objects of one compute cluster. Pure. */
export function observe(objects: ClusterObjects): ObservedCluster {
  const sequences = new Set(
    [...objects.jobs, ...objects.pods].map(({ run }) => run),
  );
  const ends = driverEnds(objects);
  return {
    runs: [...sequences]
      .sort((a, b) => a - b)
      .map(sequence => observeRun(sequence, objects, ends)),
    driverEnds: ends,
    missing: objects.missing,
  };
}

function observeRun(
  sequence: number,
  objects: ClusterObjects,
  ends: ObservedDriverEnd[],
): ObservedRun {
  const job = objects.jobs.find(({ run }) => run === sequence);
  const pods = objects.pods.filter(({ run }) => run === sequence);
  const drivers = pods.filter(({ component }) => component === 'driver');
  const executors = pods.filter(({ component }) => component === 'executor');
  const driver = mostTelling(drivers);
  const lastEnd = ends.find(({ run }) => run === sequence);
  const terminating = observeEndings(pods);
  return {
    sequence,
    job: job ? observeJob(job, driver, lastEnd, objects.refusals) : null,
    driver: driver ? observeDriver(driver, objects) : null,
    attempts: Math.max(
      drivers.length,
      (job?.failed ?? 0) + (drivers.some(isUnderWay) ? 1 : 0),
    ),
    executors: observeExecutors(executors, driver, objects),
    liveDrivers: drivers.filter(isWanted).length,
    liveExecutors: executors.filter(isWanted).length,
    pods: pods.length,
    ending: terminating[0] ?? null,
    terminating,
    lost: pods.filter(isOnLostNode).map(placeOf),
  };
}

/** The ready driver; else one under way; else the latest that ended. */
function mostTelling(drivers: PodRecord[]): PodRecord | undefined {
  const rank = (pod: PodRecord) =>
    (isReady(pod) ? 4 : 0) +
    (isUnderWay(pod) ? 2 : 0) +
    (isWanted(pod) ? 1 : 0);
  return [...drivers].sort(
    (a, b) => rank(b) - rank(a) || b.createdAt - a.createdAt,
  )[0];
}

function observeDriver(
  pod: PodRecord,
  { mountFailures }: ClusterObjects,
): ObservedDriver {
  return {
    pod: pod.name,
    createdAt: pod.createdAt,
    ready: isReady(pod),
    readySince: isReady(pod) ? pod.ready?.since ?? null : null,
    ended: hasEnded(pod),
    completed: pod.phase === 'Succeeded',
    finding: podFinding(pod, mountFailures),
  };
}

function observeEndings(pods: PodRecord[]): ObservedEnding[] {
  return pods
    .flatMap(pod =>
      pod.deletingAt === undefined
        ? []
        : [{ ...placeOf(pod), due: pod.deletingAt }],
    )
    .sort((a, b) => a.due - b.due);
}

function placeOf({ name, uid, node }: PodRecord): ObservedPod {
  return { pod: name, uid, node: node ?? null };
}

function isUnderWay(pod: PodRecord): boolean {
  return !hasEnded(pod);
}
