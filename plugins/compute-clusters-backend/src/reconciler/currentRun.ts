import { DesiredCluster } from './DesiredCluster';
import {
  ObservedCluster,
  ObservedDriverEnd,
  ObservedRun,
} from './ObservedCluster';

/** What is left or there of the run that the cluster is in, or was in last. */
export function currentRun(
  { cluster }: DesiredCluster,
  observed: ObservedCluster,
): ObservedRun | undefined {
  return observed.runs.find(
    ({ sequence }) => sequence === cluster.run?.sequence,
  );
}

/** What is left of runs that are over. */
export function otherRuns(
  { cluster }: DesiredCluster,
  observed: ObservedCluster,
): ObservedRun[] {
  return observed.runs.filter(
    ({ sequence }) => sequence !== cluster.run?.sequence,
  );
}

/** How the last driver of the current run ended that did. */
export function endOfRun(
  { cluster }: DesiredCluster,
  { driverEnds }: ObservedCluster,
): ObservedDriverEnd | undefined {
  return driverEnds.find(({ run }) => run === cluster.run?.sequence);
}
