import { hasEnded, isOnLostNode, isWanted } from '../kubernetes/podState';
import { ClusterObjects, PodRecord } from '../kubernetes/records';
import { ObservedDeath, ObservedExecutors } from './ObservedCluster';
import { endFinding, podFinding } from './podFinding';
import { Finding } from './reasons';

/** Reasons to wait that an executor does not overcome by itself, the most telling first. */
const STUCK = ['ImagePullFailed', 'InvalidSpec', 'Unschedulable', 'NodeLost'];

/** Exit codes of an executor that was told to stop: by itself, and by SIGTERM. */
const WANTED_ENDS = new Set([0, 143]);

/** Makes sense of the executors of a run. */
export function observeExecutors(
  executors: PodRecord[],
  driver: PodRecord | undefined,
  { mountFailures, gone }: ClusterObjects,
): ObservedExecutors {
  const wanted = executors.filter(isWanted);
  const pending = wanted.filter(({ phase }) => phase === 'Pending');
  const findings = wanted
    .filter(pod => pod.phase === 'Pending' || isOnLostNode(pod))
    .map(pod => podFinding(pod, mountFailures));
  return {
    running: wanted.filter(({ phase }) => phase === 'Running').length,
    pending: pending.length,
    waiting: mostTelling(findings),
    deaths: deathsOf([...gone, ...executors], driver),
  };
}

function mostTelling(findings: Finding[]): Finding | null {
  return (
    STUCK.map(stuck => findings.find(({ reason }) => reason === stuck)).find(
      finding => finding !== undefined,
    ) ?? null
  );
}

/** Spark names executors after their driver; those of an earlier driver died of its end. */
function deathsOf(
  pods: PodRecord[],
  driver: PodRecord | undefined,
): ObservedDeath[] {
  return pods
    .filter(
      ({ component, name }) =>
        component === 'executor' && driver && name.startsWith(driver.name),
    )
    .flatMap(deathOf)
    .sort((a, b) => b.at - a.at);
}

function deathOf(pod: PodRecord): ObservedDeath[] {
  const { container, disrupted } = pod;
  if (
    !hasEnded(pod) ||
    container?.state !== 'terminated' ||
    WANTED_ENDS.has(container.exitCode) ||
    disrupted?.status === 'True'
  ) {
    return [];
  }
  return [{ at: container.finishedAt, finding: endFinding(pod) }];
}
