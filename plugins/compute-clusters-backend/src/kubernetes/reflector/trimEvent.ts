import { EventRecord } from '../records';
import { Interner } from './Interner';
import { timeOf } from './timeOf';
import { WireEvent } from './wire';

/** Kubernetes' own limit of an event's message; others have none. */
const LONGEST_MESSAGE = 1_024;

/** What is told of an event, whoever counted it: the older way has times and a count, the newer one a series. */
export function trimEvent(event: WireEvent, interner: Interner): EventRecord {
  const { metadata, involvedObject, series } = event;
  const firstSeen =
    timeOf(event.firstTimestamp) ??
    timeOf(event.eventTime) ??
    timeOf(metadata.creationTimestamp) ??
    0;
  return {
    uid: metadata.uid ?? '',
    namespace: interner.intern(
      involvedObject?.namespace ?? metadata.namespace ?? '',
    ),
    kind: interner.intern(involvedObject?.kind ?? ''),
    name: involvedObject?.name ?? '',
    objectUid: involvedObject?.uid ?? '',
    type: event.type === 'Warning' ? 'Warning' : 'Normal',
    reason: interner.intern(event.reason ?? ''),
    message: (event.message ?? '').slice(0, LONGEST_MESSAGE),
    count: series?.count ?? event.count ?? 1,
    firstSeen,
    lastSeen:
      timeOf(series?.lastObservedTime) ??
      timeOf(event.lastTimestamp) ??
      firstSeen,
  };
}
