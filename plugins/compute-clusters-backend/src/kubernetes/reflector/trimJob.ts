import { LABELS } from '../objects';
import { JobRecord } from '../records';
import { Interner } from './Interner';
import { runOf } from './runOf';
import { timeOf } from './timeOf';
import { WireJob } from './wire';

/** What is kept of a run's Job; undefined if it is none of ours. */
export function trimJob(
  job: WireJob,
  interner: Interner,
): JobRecord | undefined {
  const { metadata, status } = job;
  const labels = metadata.labels ?? {};
  const sequence = runOf(labels[LABELS.run]);
  if (!labels[LABELS.clusterId] || sequence === undefined) {
    return undefined;
  }
  const failure = status?.conditions?.find(
    ({ type, status: value }) => type === 'Failed' && value === 'True',
  );
  return {
    kind: 'Job',
    uid: metadata.uid ?? '',
    name: metadata.name ?? '',
    namespace: interner.intern(metadata.namespace ?? ''),
    resourceVersion: metadata.resourceVersion ?? '',
    clusterId: interner.intern(labels[LABELS.clusterId]),
    run: sequence,
    createdAt: timeOf(metadata.creationTimestamp) ?? 0,
    deletingAt: timeOf(metadata.deletionTimestamp),
    failed: status?.failed ?? 0,
    failure: failure && {
      reason: failure.reason,
      message: failure.message,
      since: timeOf(failure.lastTransitionTime),
    },
  };
}
