import { minutesText } from '../clock';
import { currentRun, endOfRun, otherRuns } from './currentRun';
import {
  hasTimedOut,
  isDisruption,
  startDeadline,
  stuckFinding,
} from './deadlines';
import { DesiredCluster } from './DesiredCluster';
import { ObservedCluster, ObservedRun } from './ObservedCluster';
import { Finding } from './reasons';
import { Circumstances, Verdict } from './Verdict';

/** What to show of a cluster that is to run. Pure. */
export function runVerdict(
  desired: DesiredCluster,
  observed: ObservedCluster,
  circumstances: Circumstances,
): Verdict {
  const { now, refused } = circumstances;
  const previous = desired.cluster.observed;
  const current = currentRun(desired, observed);
  if (refused && !current?.job) {
    return { state: 'FAILED', ...refused };
  }
  if (previous.state === 'FAILED' && (!current?.job || hasTimedOut(desired))) {
    return stillFailed(desired, observed, now);
  }
  const failure = failureOf(current);
  if (failure) {
    return previous.state === 'FAILED' && isVague(failure)
      ? stillFailed(desired, observed, now)
      : { state: 'FAILED', ...failure };
  }
  if (current?.driver?.ready) {
    return servingVerdict(current.driver.finding, refused);
  }
  return waitingVerdict(desired, observed, circumstances);
}

/** What is refused beside a driver that serves is no failure of it. */
function servingVerdict(ready: Finding, refused: Finding | undefined): Verdict {
  return {
    state: 'ACTIVE',
    ...ready,
    ...(refused && {
      message: `The driver is ready, but something of the cluster cannot be put back: ${refused.message}`,
    }),
  };
}

/** As it was, but while a pod that was given up does not go. */
function stillFailed(
  desired: DesiredCluster,
  observed: ObservedCluster,
  now: Date,
): Verdict {
  const { state, reason, message } = desired.cluster.observed;
  const stuck = hasTimedOut(desired) && stuckFinding(observed, now);
  if (stuck) {
    return { state, ...stuck };
  }
  return reason === 'NodeLost' && hasTimedOut(desired)
    ? startTimedOut(desired, 'its machine was lost; restart it.')
    : { state, reason, message };
}

function failureOf(current: ObservedRun | undefined): Finding | undefined {
  return (
    current?.job?.gaveUp ??
    (current?.driver?.completed ? current.driver.finding : undefined)
  );
}

/** Its last attempt is gone and was not seen, as after a start of the backend. */
function isVague({ reason }: Finding): boolean {
  return reason === 'BackoffLimitExceeded';
}

function waitingVerdict(
  desired: DesiredCluster,
  observed: ObservedCluster,
  { now, refused }: Circumstances,
): Verdict {
  const finding = refused ?? waitingFor(desired, observed, now);
  const deadline = startDeadline(desired, observed, now);
  const isLate = deadline !== undefined && now.getTime() >= deadline;
  return isLate && !isDisruption(finding)
    ? startTimedOut(desired, finding.message)
    : { state: 'STARTING', ...finding };
}

function startTimedOut(
  { startTimeout }: DesiredCluster,
  cause: string,
): Verdict {
  return {
    state: 'FAILED',
    reason: 'StartTimeout',
    message: `The driver was not ready within ${minutesText(
      startTimeout,
    )}: ${cause}`,
  };
}

function waitingFor(
  desired: DesiredCluster,
  observed: ObservedCluster,
  now: Date,
): Finding {
  const current = currentRun(desired, observed);
  if (otherRuns(desired, observed).length > 0) {
    return (
      stuckFinding(observed, now) ?? {
        reason: 'EarlierRunEnding',
        message:
          'The pods of the earlier run are being stopped; the driver starts when they are gone.',
      }
    );
  }
  if (current?.driver) {
    const { pod, ended, finding } = current.driver;
    // One that was never ready shows no other sign of a lost node than that it does not end.
    return finding.reason === 'NodeLost'
      ? finding
      : stuckFinding(observed, now, pod) ?? withRetry(ended, finding);
  }
  if (current?.job || desired.expectsJob) {
    return current?.job?.refusal ?? betweenDrivers(desired, observed);
  }
  return {
    reason: 'Accepted',
    message: "The cluster's objects are being made in Kubernetes.",
  };
}

/** No driver is there, nor a refusal to make one: the first is being made, or the next after one that is gone. */
function betweenDrivers(
  desired: DesiredCluster,
  observed: ObservedCluster,
): Finding {
  const last = endOfRun(desired, observed);
  return last
    ? withRetry(true, last.finding)
    : {
        reason: 'Scheduling',
        message: "Kubernetes makes the driver's pod.",
      };
}

function withRetry(ended: boolean, finding: Finding): Finding {
  return ended && !isDisruption(finding)
    ? {
        ...finding,
        message: `${finding.message} Until it is restarted, Kubernetes tries again by itself.`,
      }
    : finding;
}
