import {
  ClusterObjects,
  JobRecord,
  PodRecord,
  RefusalRecord,
} from '../kubernetes/records';
import {
  ObservedCluster,
  ObservedDriver,
  ObservedEnding,
  ObservedExecutors,
  ObservedJob,
  ObservedRun,
} from './ObservedCluster';
import { podFinding } from './podFinding';
import { Finding } from './reasons';
import { refusalFinding } from './refusalFinding';

/** Reasons to wait that an executor does not overcome by itself, the most telling first. */
const STUCK = ['ImagePullFailed', 'InvalidSpec', 'Unschedulable'];

/** Makes sense of the objects of one compute cluster. Pure. */
export function observe(objects: ClusterObjects): ObservedCluster {
  const sequences = new Set(
    [...objects.jobs, ...objects.pods].map(({ run }) => run),
  );
  return {
    runs: [...sequences]
      .sort((a, b) => a - b)
      .map(sequence => observeRun(sequence, objects)),
  };
}

function observeRun(sequence: number, objects: ClusterObjects): ObservedRun {
  const job = objects.jobs.find(({ run }) => run === sequence);
  const pods = objects.pods.filter(({ run }) => run === sequence);
  const drivers = pods.filter(({ component }) => component === 'driver');
  const executors = pods.filter(({ component }) => component === 'executor');
  const driver = mostTelling(drivers);
  return {
    sequence,
    job: job ? observeJob(job, driver, objects.refusals) : null,
    driver: driver ? observeDriver(driver) : null,
    attempts: Math.max(
      drivers.length,
      (job?.failed ?? 0) + (drivers.some(isUnderWay) ? 1 : 0),
    ),
    executors: observeExecutors(executors),
    liveDrivers: drivers.filter(isWanted).length,
    liveExecutors: executors.filter(isWanted).length,
    pods: pods.length,
    ending: observeEnding(pods),
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

function observeJob(
  job: JobRecord,
  driver: PodRecord | undefined,
  refusals: RefusalRecord[],
): ObservedJob {
  return {
    name: job.name,
    uid: job.uid,
    createdAt: job.createdAt,
    deleting: job.deletingAt !== undefined,
    gaveUp: job.failure ? gaveUp(job.failure, driver) : null,
    refusal: driver ? null : latestRefusal(job, refusals),
  };
}

/** The last attempt tells more than the Job's own BackoffLimitExceeded. */
function gaveUp(
  failure: NonNullable<JobRecord['failure']>,
  driver: PodRecord | undefined,
): Finding {
  if (driver && hasEnded(driver)) {
    return podFinding(driver);
  }
  return {
    reason: 'BackoffLimitExceeded',
    message: `The driver failed too often and Kubernetes gave up (${
      failure.message ?? failure.reason ?? 'no reason given'
    }); look at its log, then restart the cluster.`,
  };
}

function latestRefusal(
  job: JobRecord,
  refusals: RefusalRecord[],
): Finding | null {
  const [latest] = refusals
    .filter(
      refusal => refusal.jobName === job.name && refusal.at >= job.createdAt,
    )
    .sort((a, b) => b.at - a.at);
  return latest ? refusalFinding(latest.message) : null;
}

function observeDriver(pod: PodRecord): ObservedDriver {
  return {
    pod: pod.name,
    ready: isReady(pod),
    readySince: isReady(pod) ? pod.ready?.since ?? null : null,
    ended: hasEnded(pod),
    completed: pod.phase === 'Succeeded',
    finding: podFinding(pod),
  };
}

function observeEnding(pods: PodRecord[]): ObservedEnding | null {
  const endings = pods.flatMap(({ name, node, deletingAt }) =>
    deletingAt === undefined
      ? []
      : [{ pod: name, node: node ?? null, due: deletingAt }],
  );
  return endings.sort((a, b) => a.due - b.due)[0] ?? null;
}

function observeExecutors(pods: PodRecord[]): ObservedExecutors {
  const wanted = pods.filter(isWanted);
  const pending = wanted.filter(({ phase }) => phase === 'Pending');
  const findings = pending.map(podFinding);
  return {
    running: wanted.filter(({ phase }) => phase === 'Running').length,
    pending: pending.length,
    waiting:
      STUCK.map(stuck => findings.find(({ reason }) => reason === stuck)).find(
        finding => finding !== undefined,
      ) ?? null,
  };
}

function isReady(pod: PodRecord): boolean {
  return (
    pod.ready?.status === 'True' && pod.phase === 'Running' && isWanted(pod)
  );
}

function isWanted(pod: PodRecord): boolean {
  return pod.deletingAt === undefined;
}

function hasEnded(pod: PodRecord): boolean {
  return (
    pod.phase === 'Failed' ||
    pod.phase === 'Succeeded' ||
    // A second or two before the phase says so.
    pod.container?.state === 'terminated'
  );
}

function isUnderWay(pod: PodRecord): boolean {
  return !hasEnded(pod);
}
