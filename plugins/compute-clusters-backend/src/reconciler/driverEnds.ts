import { hasEnded } from '../kubernetes/podState';
import { ClusterObjects, PodRecord } from '../kubernetes/records';
import { ObservedDriverEnd } from './ObservedCluster';
import { endFinding } from './podFinding';

/** The last driver of each run that ended, oldest run first. Pods that are gone are remembered by the watch alone. */
export function driverEnds({
  pods,
  gone,
}: Pick<ClusterObjects, 'pods' | 'gone'>): ObservedDriverEnd[] {
  const last = new Map<number, ObservedDriverEnd>();
  const ended = [...gone, ...pods.filter(hasEnded)]
    .filter(({ component }) => component === 'driver')
    .map(endOf)
    .sort((a, b) => a.at - b.at);
  ended.forEach(end => last.set(end.run, end));
  return [...last.values()].sort((a, b) => a.run - b.run);
}

function endOf(pod: PodRecord): ObservedDriverEnd {
  const { container } = pod;
  const ended = container?.state === 'terminated' ? container : undefined;
  return {
    run: pod.run,
    exitCode: ended?.exitCode ?? null,
    at: ended?.finishedAt ?? pod.disrupted?.since ?? pod.createdAt,
    finding: endFinding(pod),
  };
}
