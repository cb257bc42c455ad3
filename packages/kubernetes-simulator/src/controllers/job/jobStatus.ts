import { timestamp } from '../../clock/timestamp';
import type { Job, JobStatus } from '../../objects/Job';
import type { Condition, Pod } from '../../objects/Pod';
import { conditionOf, hasEnded } from '../../objects/Pod';
import { setCondition } from '../../objects/setCondition';

/** Whether a Job has come to its end. */
export function isFinishedJob({ status }: Job): boolean {
  return ['Complete', 'Failed'].some(
    type => conditionOf(status, type)?.status === 'True',
  );
}

function failureOf(job: Job): { reason: string; message: string } | undefined {
  const target = conditionOf(job.status, 'FailureTarget');
  if (target) {
    return { reason: target.reason ?? '', message: target.message ?? '' };
  }
  if ((job.status.failed ?? 0) <= (job.spec.backoffLimit ?? 6))
    return undefined;
  return {
    reason: 'BackoffLimitExceeded',
    message: 'Job has reached the specified backoff limit',
  };
}

function withEnd(job: Job, status: JobStatus, time: string): JobStatus {
  const condition = (type: string, more: Partial<Condition>): Condition => ({
    type,
    status: 'True',
    lastProbeTime: time,
    lastTransitionTime: time,
    ...more,
  });
  const alive = (status.active ?? 0) + (status.terminating ?? 0);
  const failure = failureOf(job);
  if (failure) {
    const targeted = setCondition(
      status.conditions,
      condition('FailureTarget', failure),
    );
    const conditions =
      alive > 0
        ? targeted
        : setCondition(targeted, condition('Failed', failure));
    return { ...status, conditions };
  }
  if ((status.succeeded ?? 0) < (job.spec.completions ?? 1)) return status;
  const done = {
    reason: 'CompletionsReached',
    message: 'Reached expected number of succeeded pods',
  };
  return {
    ...status,
    completionTime: time,
    conditions: setCondition(
      setCondition(status.conditions, condition('SuccessCriteriaMet', done)),
      condition('Complete', done),
    ),
  };
}

/** A Job's status, from its counts and its pods. */
export function jobStatus(job: Job, pods: Pod[], now: Date): JobStatus {
  const time = timestamp(now);
  const alive = pods.filter(pod => !hasEnded(pod));
  const active = alive.filter(pod => !pod.metadata.deletionTimestamp);
  const ready = active.filter(
    pod => conditionOf(pod.status, 'Ready')?.status === 'True',
  );
  const { active: _active, ...present } = job.status;
  const status: JobStatus = {
    ...present,
    ...(active.length ? { active: active.length } : {}),
    ready: ready.length,
    terminating: alive.length - active.length,
    startTime: job.status.startTime ?? time,
    uncountedTerminatedPods: {},
  };
  return isFinishedJob(job) ? status : withEnd(job, status, time);
}
