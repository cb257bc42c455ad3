import { hasTimedOut, lostPods } from './deadlines';
import { DesiredCluster } from './DesiredCluster';
import { ObservedCluster, ObservedRun } from './ObservedCluster';
import { Step } from './Step';

/** What puts an object there that a cluster keeps through all its runs. */
const APPLY = {
  Secret: 'ApplySecret',
  ConfigMap: 'ApplyConfigMap',
  Service: 'ApplyServices',
} as const;

/**
 * What to do now, in order. Pure. No step at all means that everything is as wanted, or that Kubernetes is at work
 * and a watch event will tell.
 */
export function plan(
  desired: DesiredCluster,
  observed: ObservedCluster,
  now: Date,
): Step[] {
  return [
    ...planGivingUp(desired, observed, now),
    ...planWanted(desired, observed),
  ];
}

/** Also without any such pod left: the wish is fulfilled then. */
function planGivingUp(
  { cluster }: DesiredCluster,
  observed: ObservedCluster,
  now: Date,
): Step[] {
  return cluster.giveUpRequestedAt
    ? [{ type: 'GiveUpPods', pods: lostPods(observed, now) }]
    : [];
}

function planWanted(
  desired: DesiredCluster,
  observed: ObservedCluster,
): Step[] {
  const { cluster } = desired;
  if (cluster.deletionRequestedAt) {
    return planDeletion(desired, observed);
  }
  if (cluster.power === 'off' || !cluster.run) {
    return planStop(desired, observed);
  }
  return planRun(desired, observed, cluster.run.sequence);
}

function planDeletion(
  desired: DesiredCluster,
  observed: ObservedCluster,
): Step[] {
  const ending = [
    ...observed.runs.flatMap(endRun),
    ...askForUnseen(desired, observed),
  ];
  if (ending.length > 0 || observed.runs.length > 0) {
    return ending;
  }
  return [{ type: 'DeleteClusterObjects' }, { type: 'RemoveRow' }];
}

function planStop(desired: DesiredCluster, observed: ObservedCluster): Step[] {
  const ending = observed.runs.flatMap(endRun);
  // A cluster that was seen stopped needs no request, however often it is looked at.
  return desired.cluster.observed.state === 'STOPPED'
    ? ending
    : [...ending, ...askForUnseen(desired, observed)];
}

function planRun(
  desired: DesiredCluster,
  observed: ObservedCluster,
  sequence: number,
): Step[] {
  const current = observed.runs.find(run => run.sequence === sequence);
  const others = observed.runs.filter(run => run !== current);
  return [
    ...others.flatMap(endRun),
    ...(hasFailed(desired)
      ? planFailed(desired, current)
      : planCurrent(desired, observed, current)),
  ];
}

/** A failed run is not begun again by itself: the user restarts it, which makes the next run. */
function planFailed(
  desired: DesiredCluster,
  current: ObservedRun | undefined,
): Step[] {
  if (!current) {
    return [];
  }
  // Its pending driver would otherwise start some day, unseen.
  return hasTimedOut(desired) ? endRun(current) : deleteIdleExecutors(current);
}

function planCurrent(
  desired: DesiredCluster,
  observed: ObservedCluster,
  current: ObservedRun | undefined,
): Step[] {
  if (current?.job) {
    return [
      ...deleteIdleExecutors(current),
      ...putBack(desired, observed, current),
    ];
  }
  // Without its Job an ended driver stays for ever, in the way of the next one. One that still runs is left alone.
  if (current) {
    return current.driver && !current.driver.ended ? [] : endRun(current);
  }
  const mustWait = observed.runs.length > 0 || desired.expectsJob;
  return mustWait ? [] : beginRun(desired);
}

/** Clients need the Service and the token, and new executors the rest; nothing that runs is restarted for it. */
function putBack(
  { appliedLately }: DesiredCluster,
  { missing }: ObservedCluster,
  { job, driver }: ObservedRun,
): Step[] {
  const isOver = job?.deleting || job?.gaveUp || driver?.completed;
  return isOver
    ? []
    : missing
        .filter(kind => !appliedLately.includes(kind))
        .map(kind => ({ type: APPLY[kind] }));
}

function beginRun(desired: DesiredCluster): Step[] {
  const sequence = desired.cluster.run?.sequence;
  return [
    { type: 'ApplyNamespaceAccess' },
    { type: 'ApplySecret' },
    { type: 'ApplyConfigMap' },
    { type: 'ApplyServices' },
    ...desired.unconfirmedRuns
      .filter(run => run !== sequence)
      .map((run): Step => ({ type: 'DeleteJob', run })),
    { type: 'CreateJob' },
  ];
}

function endRun(run: ObservedRun): Step[] {
  const { sequence, job } = run;
  if (job) {
    return job.deleting
      ? []
      : [{ type: 'DeleteJob', run: sequence, uid: job.uid }];
  }
  const steps: Step[] = [];
  if (run.liveDrivers > 0) {
    steps.push({ type: 'DeleteLeftoverDrivers', run: sequence });
  }
  if (run.liveExecutors > 0) {
    steps.push({ type: 'DeleteLeftoverExecutors', run: sequence });
  }
  return steps;
}

/** A driver that has given up, or ended well, needs its executors no more. */
function deleteIdleExecutors(run: ObservedRun): Step[] {
  const over = run.job?.gaveUp || run.driver?.completed;
  return over && run.liveExecutors > 0
    ? [{ type: 'DeleteLeftoverExecutors', run: run.sequence }]
    : [];
}

function askForUnseen(
  desired: DesiredCluster,
  observed: ObservedCluster,
): Step[] {
  const seen = new Set(observed.runs.map(({ sequence }) => sequence));
  return desired.unconfirmedRuns
    .filter(run => !seen.has(run))
    .map(run => ({ type: 'DeleteJob', run }));
}

function hasFailed({ cluster }: DesiredCluster): boolean {
  return cluster.observed.state === 'FAILED';
}
