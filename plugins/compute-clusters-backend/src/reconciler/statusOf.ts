import { ObservedStatus } from '../database/records';
import { currentRun } from './currentRun';
import { DesiredCluster } from './DesiredCluster';
import { ObservedCluster, ObservedRun } from './ObservedCluster';
import { Finding } from './reasons';
import { runVerdict } from './runVerdict';
import { Circumstances, Verdict } from './Verdict';
import { stuckFinding } from './deadlines';
import { executorLimit } from './executorShortage';
import { executorTrouble } from './executorTrouble';

/** Why a cluster was stopped that ran, besides a user's wish. */
const STOP_CAUSES = new Set(['IdleTimeout', 'Schedule', 'BudgetExceeded']);

/** What to show of a compute cluster. Pure. */
export function statusOf(
  desired: DesiredCluster,
  observed: ObservedCluster,
  circumstances: Circumstances,
): ObservedStatus {
  const { cluster } = desired;
  const previous = cluster.observed;
  const current = currentRun(desired, observed);
  // Before the driver is ready, nobody asks for executors.
  const trouble = current?.driver?.ready
    ? executorTrouble(current.executors, circumstances)
    : current?.executors.waiting ?? null;
  const limit = trouble ? null : limitOf(current, circumstances);
  const verdict = withLimit(
    withTrouble(verdictOf(desired, observed, circumstances), trouble),
    limit,
  );
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
      reason: (trouble ?? limit)?.reason ?? null,
    },
  };
}

/** A cluster that serves, and does not get the executors that it wants. */
function withTrouble(verdict: Verdict, trouble: Finding | null): Verdict {
  return verdict.state === 'ACTIVE' && trouble
    ? {
        ...verdict,
        message: `The driver is ready, but not all of its executors are: ${trouble.message}`,
      }
    : verdict;
}

/** What keeps a run that serves from more executors, whether it wants them or not. */
function limitOf(
  current: ObservedRun | undefined,
  { room }: Circumstances,
): Finding | null {
  return current?.driver?.ready && room
    ? executorLimit(current.executors, room)
    : null;
}

function withLimit(verdict: Verdict, limit: Finding | null): Verdict {
  return verdict.state === 'ACTIVE' && limit
    ? { ...verdict, message: `${verdict.message} ${limit.message}` }
    : verdict;
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
    reason: stopCause(cluster.run?.endReason),
    message: 'Nothing of the cluster runs; start it to use it.',
  };
}

/** A run that failed keeps its own reason; that is not why the cluster was stopped. */
function stopCause(endReason: string | null | undefined): string {
  return endReason && STOP_CAUSES.has(endReason) ? endReason : 'Terminated';
}

function sum(
  observed: ObservedCluster,
  count: (run: ObservedRun) => number,
): number {
  return observed.runs.reduce((total, run) => total + count(run), 0);
}
