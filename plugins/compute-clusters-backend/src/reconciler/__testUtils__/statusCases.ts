import { ObservedStatus } from '../../database';
import { ClusterObjects } from '../../kubernetes/records';
import { observe } from '../observe';
import { Finding } from '../reasons';
import { statusOf } from '../statusOf';
import { aDesiredCluster, DesiredChanges } from './desired';
import { aDriver, is, NOW, objects } from './objects';

/** What is wanted and seen, and what is to be shown of it. */
export interface StatusCase {
  desired: DesiredChanges;
  seen?: Partial<ClusterObjects>;
  refused?: Finding;
  waitsFor?: Finding;
  shows: Pick<ObservedStatus, 'state' | 'reason'>;
  /** Part of the message; by default it has to be a sentence. */
  says?: RegExp;
}

/** A driver for which there is no node. */
export const UNSCHEDULABLE = aDriver({
  scheduled: is('False', 50, { reason: 'Unschedulable', message: 'no CPU' }),
});

/** By the name of the test. */
export type StatusCases = Record<string, StatusCase>;

/** Fails unless what is seen is shown so. */
export function expectShown(test: StatusCase): void {
  const status = statusSeen(test.desired, test.seen, test);
  expect(status).toMatchObject(test.shows);
  expect(status.message).toMatch(test.says ?? /.\.$/);
}

/** The status of a cluster at {@link NOW}, while Kubernetes answers. */
export function statusSeen(
  desired: DesiredChanges,
  seen: Partial<ClusterObjects> = {},
  { refused, waitsFor }: Pick<StatusCase, 'refused' | 'waitsFor'> = {},
): ObservedStatus {
  return statusOf(aDesiredCluster(desired), observe(objects(seen)), {
    now: NOW,
    heardAt: NOW,
    refused,
    waitsFor,
  });
}
