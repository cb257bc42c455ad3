import { ObservedStatus, StoredClusterState } from '../database/records';
import { currentRun, otherRuns } from './currentRun';
import { DesiredCluster } from './DesiredCluster';
import { ObservedCluster, ObservedRun } from './ObservedCluster';
import { Finding } from './reasons';
import { startDeadline, stuckFinding } from './deadlines';

/** What the status is made from, besides the objects. */
export interface Circumstances {
  now: Date;
  /** When Kubernetes was last heard of. */
  heardAt: Date;
  /** A step that Kubernetes refused just now, for good. */
  refused?: Finding;
}

interface Verdict extends Omit<Finding, 'reason'> {
  state: StoredClusterState;
  reason: string;
}

/** What to show of a compute cluster. Pure. */
export function statusOf(
  desired: DesiredCluster,
  observed: ObservedCluster,
  circumstances: Circumstances,
): ObservedStatus {
  const { cluster } = desired;
  const previous = cluster.observed;
  const verdict = verdictOf(desired, observed, circumstances);
  const current = currentRun(desired, observed);
  return {
    ...verdict,
    since:
      verdict.state === previous.state ? previous.since : circumstances.now,
    observedAt: circumstances.heardAt,
    driver: {
      pod: current?.driver?.pod ?? null,
      ready: verdict.state === 'ACTIVE',
      attempts: current?.attempts ?? 0,
    },
    executors: {
      running: sum(observed, run => run.executors.running),
      pending: sum(observed, run => run.executors.pending),
      max: cluster.run?.spec.executor?.max ?? 0,
      reason: current?.executors.waiting?.reason ?? null,
    },
  };
}

function verdictOf(
  desired: DesiredCluster,
  observed: ObservedCluster,
  circumstances: Circumstances,
): Verdict {
  const { cluster } = desired;
  if (cluster.deletionRequestedAt) {
    return { state: 'DELETING', ...deleting(observed, circumstances) };
  }
  if (cluster.power === 'off' || !cluster.run) {
    return stopVerdict(desired, observed, circumstances);
  }
  return runVerdict(desired, observed, circumstances);
}

function deleting(
  observed: ObservedCluster,
  { now, refused }: Circumstances,
): Finding {
  return (
    refused ??
    stuckFinding(observed, now) ?? {
      reason: 'Deleting',
      message: 'Everything of the cluster in Kubernetes is being deleted.',
    }
  );
}

function stopVerdict(
  desired: DesiredCluster,
  observed: ObservedCluster,
  { now, refused }: Circumstances,
): Verdict {
  const { cluster, unconfirmedRuns } = desired;
  const wasStopped = cluster.observed.state === 'STOPPED';
  const nothingLeft =
    observed.runs.length === 0 && (wasStopped || unconfirmedRuns.length === 0);
  if (!nothingLeft) {
    const finding = refused ??
      stuckFinding(observed, now) ?? {
        reason: 'Terminating',
        message: 'The driver and its executors are being stopped.',
      };
    return { state: 'STOPPING', ...finding };
  }
  return {
    state: 'STOPPED',
    reason: cluster.run?.endReason ?? 'Terminated',
    message: 'Nothing of the cluster runs; start it to use it.',
  };
}

function runVerdict(
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
    return (
      current?.job?.refusal ?? {
        reason: 'Scheduling',
        message: "Kubernetes makes the driver's pod.",
      }
    );
  }
  return {
    reason: 'Accepted',
    message: "The cluster's objects are being made in Kubernetes.",
  };
}

function withRetry(ended: boolean, finding: Finding): Finding {
  return ended && finding.reason !== 'Evicted'
    ? {
        ...finding,
        message: `${finding.message} Until it is restarted, Kubernetes tries again by itself.`,
      }
    : finding;
}

function sum(
  observed: ObservedCluster,
  count: (run: ObservedRun) => number,
): number {
  return observed.runs.reduce((total, run) => total + count(run), 0);
}
