import { ObservedStatus } from '../database/records';
import { currentRun, endOfRun } from './currentRun';
import { DesiredCluster } from './DesiredCluster';
import { endOfLoop } from './executorTrouble';
import { ObservedCluster, ObservedPod, ObservedRun } from './ObservedCluster';
import { Finding } from './reasons';

/** Time beyond its grace period that a pod may take to go before we say that something is wrong. */
const PATIENCE_MILLISECONDS = 15_000;

/** When a driver that is not ready has taken too long. It counts from its Job: Kubernetes may have been away before. */
export function startDeadline(
  desired: DesiredCluster,
  observed: ObservedCluster,
  now: Date,
): number | undefined {
  const { startTimeout } = desired;
  const current = currentRun(desired, observed);
  if (!current?.job) {
    return undefined;
  }
  const lastEnd = endOfRun(desired, observed);
  // So does one whose predecessor Kubernetes took away.
  const replacedAt =
    lastEnd && isDisruption(lastEnd.finding) ? current.driver?.createdAt : 0;
  return (
    Math.max(
      waitingSince(desired, now),
      current.job.createdAt,
      replacedAt ?? 0,
    ) + startTimeout
  );
}

/** The same while Kubernetes answers, and lets no Job be made for now. */
export function blockedDeadline(desired: DesiredCluster, now: Date): number {
  return waitingSince(desired, now) + desired.startTimeout;
}

/** A driver that was ready and crashed gets the whole time again. */
function waitingSince({ cluster }: DesiredCluster, now: Date): number {
  const { state, since } = cluster.observed;
  return state === 'STARTING' ? since.getTime() : now.getTime();
}

/** Whether the run failed because its driver took too long; afterwards a lost node may be what there is to show. */
export function hasTimedOut({ cluster }: DesiredCluster): boolean {
  const { state, reason } = cluster.observed;
  return (
    state === 'FAILED' &&
    (reason === 'StartTimeout' || cluster.run?.endReason === 'StartTimeout')
  );
}

/** What Kubernetes did to a driver, and makes up for by itself: it says nothing of how the driver starts. */
export function isDisruption({ reason }: Finding): boolean {
  return reason === 'Evicted' || reason === 'NodeLost';
}

/** A pod that is to go and does not, or cannot, since its node is lost; of a name, or any. */
export function stuckFinding(
  observed: ObservedCluster,
  now: Date,
  name?: string,
): Finding | undefined {
  const stuck = lostPods(observed, now).find(
    ({ pod }) => name === undefined || pod === name,
  );
  return (
    stuck && {
      reason: 'NodeLost',
      message: `Pod ${stuck.pod} does not end; its node ${
        stuck.node ?? '(unknown)'
      } may be lost, and the pod may still run there: ask the platform team to bring the node back, or give the pod up.`,
    }
  );
}

/** Pods on nodes that do not answer, and pods that should be gone and are not: what a user may give up. */
export function lostPods(observed: ObservedCluster, now: Date): ObservedPod[] {
  const pods = observed.runs.flatMap(run => [
    ...run.lost,
    ...stuckPods(run, now),
  ]);
  return [...new Map(pods.map(pod => [pod.uid, pod])).values()];
}

function stuckPods({ terminating }: ObservedRun, now: Date) {
  return terminating.filter(
    ({ due }) => now.getTime() >= due + PATIENCE_MILLISECONDS,
  );
}

/** Milliseconds until time alone changes what there is to show or to do; undefined if only events can. */
export function nextLook(
  desired: DesiredCluster,
  observed: ObservedCluster,
  status: ObservedStatus,
  now: Date,
): number | undefined {
  const moments = observed.runs.flatMap(({ ending }) =>
    ending ? [ending.due + PATIENCE_MILLISECONDS] : [],
  );
  if (status.state === 'STARTING') {
    const deadline = startDeadline(desired, observed, now);
    moments.push(...(deadline === undefined ? [] : [deadline]));
  }
  const loop = endOfLoop(currentRun(desired, observed)?.executors.deaths ?? []);
  if (loop !== undefined) {
    moments.push(loop);
  }
  const ahead = moments.filter(moment => moment > now.getTime());
  return ahead.length > 0 ? Math.min(...ahead) - now.getTime() : undefined;
}
