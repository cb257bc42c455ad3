import { MountFailureRecord, RefusalRecord } from '../records';
import { Interner } from './Interner';
import { trimEvent } from './trimEvent';
import { WireEvent } from './wire';

/** An event without which nobody would know why there is no driver; the object's uid tells it from its namesakes. */
export type WatchedExplanation = (RefusalRecord | MountFailureRecord) & {
  objectUid: string;
  namespace: string;
  resourceVersion: string;
};

/** What is kept of an event that explains; undefined of all others. */
export function trimExplanation(
  event: WireEvent,
  interner: Interner,
): WatchedExplanation | undefined {
  const { reason } = event;
  const kind = event.involvedObject?.kind;
  const isRefusal = kind === 'Job' && reason === 'FailedCreate';
  const isMountFailure = kind === 'Pod' && reason === 'FailedMount';
  if (!isRefusal && !isMountFailure) {
    return undefined;
  }
  const { uid, namespace, name, objectUid, message, lastSeen } = trimEvent(
    event,
    interner,
  );
  const common = {
    uid,
    namespace,
    objectUid: interner.intern(objectUid),
    resourceVersion: event.metadata.resourceVersion ?? '',
    message,
    at: lastSeen,
  };
  return isRefusal
    ? {
        ...common,
        kind: 'Refusal',
        jobName: interner.intern(name),
      }
    : { ...common, kind: 'MountFailure', podUid: common.objectUid };
}
