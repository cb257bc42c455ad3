import { ObservedStatus, RunFacts } from '../database/records';
import { currentRun, endOfRun } from './currentRun';
import { DesiredCluster } from './DesiredCluster';
import { ObservedCluster } from './ObservedCluster';

/** What is known of a cluster's runs and is not stored yet. Pure; Kubernetes' times tell it also after an outage. */
export function runFacts(
  desired: DesiredCluster,
  observed: ObservedCluster,
  status: ObservedStatus,
  now: Date,
): RunFacts[] {
  const { run } = desired.cluster;
  if (!run) {
    return [];
  }
  const facts = ofCurrentRun(desired, observed, status, now);
  const isNews =
    facts.readyAt !== undefined ||
    facts.end !== undefined ||
    facts.exitCode !== undefined;
  return [
    ...(isNews ? [facts] : []),
    // Nothing of it is left before the next driver is ready.
    ...(status.state === 'STARTING' ? ofRunBefore(run.sequence, observed) : []),
  ];
}

function ofCurrentRun(
  desired: DesiredCluster,
  observed: ObservedCluster,
  status: ObservedStatus,
  now: Date,
): RunFacts {
  const { run } = desired.cluster;
  const current = currentRun(desired, observed);
  const sequence = run?.sequence ?? 0;
  const lastEnd = endOfRun(desired, observed);
  const readySince = current?.driver?.readySince ?? null;
  const exitCode = lastEnd?.exitCode ?? null;
  const hasFailed =
    status.state === 'FAILED' &&
    run?.endedAt === null &&
    isFinal(status, current);
  return {
    sequence,
    ...(run?.readyAt === null &&
      readySince !== null && { readyAt: new Date(readySince) }),
    ...(exitCode !== null && exitCode !== run?.exitCode && { exitCode }),
    ...(hasFailed && {
      end: {
        at: current?.job?.gaveUp && lastEnd ? new Date(lastEnd.at) : now,
        reason: status.reason,
      },
    }),
  };
}

/** A refused step while the driver runs may get through later; all other failures end the run. */
function isFinal(
  status: ObservedStatus,
  current: ReturnType<typeof currentRun>,
): boolean {
  return Boolean(
    !current?.job ||
      current.job.gaveUp ||
      current.driver?.completed ||
      status.reason === 'StartTimeout',
  );
}

/** The run that a restart ended: its driver stops after the next run has begun. */
function ofRunBefore(
  sequence: number,
  { driverEnds, runs }: ObservedCluster,
): RunFacts[] {
  const end = driverEnds.find(({ run }) => run === sequence - 1);
  const isOver = !runs.some(run => run.sequence === sequence - 1);
  return end && end.exitCode !== null && isOver
    ? [{ sequence: sequence - 1, exitCode: end.exitCode }]
    : [];
}
