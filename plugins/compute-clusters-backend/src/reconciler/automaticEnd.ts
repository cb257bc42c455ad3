import { AUTOMATION_USER } from '../database/AUTOMATION_USER';
import { ClusterChange } from '../database/ClusterStore';
import { ObservedStatus } from '../database/records';

/** What is written down when the portal itself gives a driver up; what Kubernetes does is in the state alone. */
export function automaticEnd(
  before: ObservedStatus,
  after: ObservedStatus,
): ClusterChange['activity'] | undefined {
  return after.reason === 'StartTimeout' && before.state !== 'FAILED'
    ? {
        action: 'terminate',
        user: AUTOMATION_USER,
        message: `Given up (StartTimeout): ${after.message}`,
      }
    : undefined;
}
