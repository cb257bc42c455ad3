import { hasEnded } from '../kubernetes/podState';
import { JobRecord, PodRecord, RefusalRecord } from '../kubernetes/records';
import { because } from './because';
import { ObservedDriverEnd, ObservedJob } from './ObservedCluster';
import { Finding } from './reasons';
import { refusalFinding } from './refusalFinding';

/** What the Job of a run is at; `driver` is its most telling pod, `lastEnd` how the last one ended that did. */
export function observeJob(
  job: JobRecord,
  driver: PodRecord | undefined,
  lastEnd: ObservedDriverEnd | undefined,
  refusals: RefusalRecord[],
): ObservedJob {
  return {
    name: job.name,
    uid: job.uid,
    createdAt: job.createdAt,
    deleting: job.deletingAt !== undefined,
    gaveUp: job.failure ? gaveUp(job.failure, driver, lastEnd) : null,
    refusal: driver ? null : latestRefusal(job, lastEnd, refusals),
  };
}

/** The last attempt tells more than the Job's own BackoffLimitExceeded. */
function gaveUp(
  failure: NonNullable<JobRecord['failure']>,
  driver: PodRecord | undefined,
  lastEnd: ObservedDriverEnd | undefined,
): Finding {
  if (lastEnd && (!driver || hasEnded(driver))) {
    return lastEnd.finding;
  }
  return {
    reason: 'BackoffLimitExceeded',
    message: `The driver failed too often and Kubernetes gave up${because(
      failure.message ?? failure.reason,
    )}; look at its log, then restart the cluster.`,
  };
}

function latestRefusal(
  job: JobRecord,
  lastEnd: ObservedDriverEnd | undefined,
  refusals: RefusalRecord[],
): Finding | null {
  // What was refused before there was a driver says nothing of the next one.
  const since = Math.max(job.createdAt, lastEnd?.at ?? 0);
  const [latest] = refusals
    .filter(({ jobName, at }) => jobName === job.name && at >= since)
    .sort((a, b) => b.at - a.at);
  return latest ? refusalFinding(latest.message) : null;
}
