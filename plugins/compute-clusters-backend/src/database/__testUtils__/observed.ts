import { ObservedStatus } from '../records';

/** What a reconciler saw, for tests. */
export function observed(
  changes: Partial<ObservedStatus> = {},
): ObservedStatus {
  return {
    state: 'ACTIVE',
    reason: 'Ready',
    message: 'It runs.',
    since: new Date('2026-01-01T12:01:00Z'),
    observedAt: new Date('2026-01-01T12:01:00Z'),
    driver: { pod: 'etl-1-abc', ready: true, attempts: 1 },
    executors: { running: 2, pending: 1, max: 4, reason: 'Unschedulable' },
    ...changes,
  };
}
