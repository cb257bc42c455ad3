import { ObservedStatus } from '../database';

/** Whether a user would see any difference; the time of the last look is none, it is kept per Kubernetes cluster. */
export function shownDiffers(a: ObservedStatus, b: ObservedStatus): boolean {
  return (
    a.state !== b.state ||
    a.reason !== b.reason ||
    a.message !== b.message ||
    a.driver.pod !== b.driver.pod ||
    a.driver.ready !== b.driver.ready ||
    a.driver.attempts !== b.driver.attempts ||
    a.executors.running !== b.executors.running ||
    a.executors.pending !== b.executors.pending ||
    a.executors.max !== b.executors.max ||
    a.executors.reason !== b.executors.reason
  );
}
