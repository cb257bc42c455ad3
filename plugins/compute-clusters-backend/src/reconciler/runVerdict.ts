import { minutesText } from '../clock';
import { currentRun, endOfRun, otherRuns } from './currentRun';
import {
  blockedDeadline,
  hasTimedOut,
  isDisruption,
  startDeadline,
  stuckFinding,
} from './deadlines';
import { DesiredCluster } from './DesiredCluster';
import { ObservedCluster, ObservedRun } from './ObservedCluster';
import { Finding } from './reasons';
import { Circumstances, Verdict } from './Verdict';

const EARLIER_RUN_ENDING: Finding = {
  reason: 'EarlierRunEnding',
  message:
    'The pods of the earlier run are being stopped; the driver starts when they are gone.',
};
const ACCEPTED: Finding = {
  reason: 'Accepted',
  message: "The cluster's objects are being made in Kubernetes.",
};
const DRIVER_IS_MADE: Finding = {
  reason: 'Scheduling',
  message: "Kubernetes makes the driver's pod.",
};

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
  { now, refused, waitsFor }: Circumstances,
): Verdict {
  const blocked = currentRun(desired, observed)?.job ? undefined : waitsFor;
  const known = refused ?? blocked;
  const { finding, retried } = known
    ? { finding: known, retried: false }
    : waitingFor(desired, observed, now);
  const deadline = blocked
    ? blockedDeadline(desired, now)
    : startDeadline(desired, observed, now);
  const isLate = deadline !== undefined && now.getTime() >= deadline;
  if (isLate && !isDisruption(finding)) {
    return startTimedOut(desired, finding.message);
  }
  return { state: 'STARTING', ...(retried ? withRetry(finding) : finding) };
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

/** What a start waits for. */
interface Waiting {
  finding: Finding;
  /** Whether Kubernetes makes another driver. */
  retried: boolean;
}

function waitingFor(
  desired: DesiredCluster,
  observed: ObservedCluster,
  now: Date,
): Waiting {
  const current = currentRun(desired, observed);
  if (otherRuns(desired, observed).length > 0) {
    const stuck = stuckFinding(observed, now);
    return { finding: stuck ?? EARLIER_RUN_ENDING, retried: false };
  }
  if (current?.driver) {
    const { pod, ended, finding } = current.driver;
    // One that was never ready shows no other sign of a lost node than that it does not end.
    const stuck =
      finding.reason === 'NodeLost'
        ? finding
        : stuckFinding(observed, now, pod);
    return stuck
      ? { finding: stuck, retried: false }
      : { finding, retried: ended };
  }
  return current?.job || desired.expectsJob
    ? withoutDriver(desired, observed)
    : { finding: ACCEPTED, retried: false };
}

/** A refusal to make one; else the first is being made, or the next after one that is gone. */
function withoutDriver(
  desired: DesiredCluster,
  observed: ObservedCluster,
): Waiting {
  const refusal = currentRun(desired, observed)?.job?.refusal;
  const last = refusal ? undefined : endOfRun(desired, observed);
  return {
    finding: refusal ?? last?.finding ?? DRIVER_IS_MADE,
    retried: last !== undefined,
  };
}

function withRetry(finding: Finding): Finding {
  return isDisruption(finding)
    ? finding
    : {
        ...finding,
        message: `${finding.message} Until it is restarted, Kubernetes tries again by itself.`,
      };
}
