import { currentRun, otherRuns } from './currentRun';
import { startDeadline, stuckFinding } from './deadlines';
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
  if (refused) {
    return { state: 'FAILED', ...refused };
  }
  if (
    previous.state === 'FAILED' &&
    (!current?.job || previous.reason === 'StartTimeout')
  ) {
    const { state, reason, message } = previous;
    return { state, reason, message };
  }
  const failure = failureOf(current);
  if (failure) {
    return { state: 'FAILED', ...failure };
  }
  if (current?.driver?.ready) {
    return { state: 'ACTIVE', ...current.driver.finding };
  }
  return waitingVerdict(
    desired,
    current,
    waitingFor(desired, observed, now),
    now,
  );
}

function failureOf(current: ObservedRun | undefined): Finding | undefined {
  return (
    current?.job?.gaveUp ??
    (current?.driver?.completed ? current.driver.finding : undefined)
  );
}

function waitingVerdict(
  desired: DesiredCluster,
  current: ObservedRun | undefined,
  finding: Finding,
  now: Date,
): Verdict {
  const deadline = startDeadline(desired, current, now);
  if (deadline !== undefined && now.getTime() >= deadline) {
    const minutes = Math.round(desired.startTimeout / 60_000);
    return {
      state: 'FAILED',
      reason: 'StartTimeout',
      message: `The driver was not ready within ${minutes} minutes: ${finding.message}`,
    };
  }
  return { state: 'STARTING', ...finding };
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
    return withRetry(current.driver.ended, current.driver.finding);
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
  { cluster }: DesiredCluster,
  { driverEnds }: ObservedCluster,
): Finding {
  const last = driverEnds.find(({ run }) => run === cluster.run?.sequence);
  return last
    ? withRetry(true, last.finding)
    : {
        reason: 'Scheduling',
        message: "Kubernetes makes the driver's pod.",
      };
}

function withRetry(ended: boolean, finding: Finding): Finding {
  return ended && !['Evicted', 'NodeLost'].includes(finding.reason)
    ? {
        ...finding,
        message: `${finding.message} Until it is restarted, Kubernetes tries again by itself.`,
      }
    : finding;
}
