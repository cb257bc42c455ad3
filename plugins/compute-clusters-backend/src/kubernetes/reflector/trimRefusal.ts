import { RefusalRecord } from '../records';
import { Interner } from './Interner';
import { timeOf } from './timeOf';
import { WireEvent } from './wire';

/** A refusal with what the reflector needs; the uid tells a Job from an earlier one of the same name. */
export interface WatchedRefusal extends RefusalRecord {
  jobUid: string;
  resourceVersion: string;
}

/** What is kept of an event FailedCreate; undefined if it is not about a Job. */
export function trimRefusal(
  event: WireEvent,
  interner: Interner,
): WatchedRefusal | undefined {
  const { metadata, involvedObject } = event;
  if (involvedObject?.kind !== 'Job') {
    return undefined;
  }
  return {
    kind: 'Refusal',
    uid: metadata.uid ?? '',
    namespace: interner.intern(metadata.namespace ?? ''),
    resourceVersion: metadata.resourceVersion ?? '',
    jobName: interner.intern(involvedObject.name ?? ''),
    jobUid: interner.intern(involvedObject.uid ?? ''),
    message: event.message ?? '',
    at:
      timeOf(event.lastTimestamp) ??
      timeOf(event.eventTime) ??
      timeOf(event.firstTimestamp) ??
      timeOf(metadata.creationTimestamp) ??
      0,
  };
}
