import { hasEnded } from '../kubernetes/podState';
import { PodRecord } from '../kubernetes/records';

/** When a pod was at work; times are milliseconds since the epoch. */
export interface BilledTime {
  start: number;
  /** Null while it goes on. */
  end: number | null;
}

/** A pod as it is now, or as it was when it was last seen. */
export interface SeenPod {
  pod: PodRecord;
  /** Of a pod that is gone: when it was last known to be there. */
  goneAt?: number;
}

/**
 * When a pod is billed, by its own times: an executor while its container runs, a driver while it is ready. Undefined
 * if it is not, or not yet. Pure.
 */
export function billedTime(seen: SeenPod, now: number): BilledTime | undefined {
  const time =
    seen.pod.component === 'driver'
      ? readyTime(seen, now)
      : runningTime(seen, now);
  return (
    time && {
      ...time,
      end: time.end === null ? null : Math.max(time.start, time.end),
    }
  );
}

function runningTime(seen: SeenPod, now: number): BilledTime | undefined {
  const start = containerStart(seen.pod);
  return start === undefined ? undefined : { start, end: endOf(seen, now) };
}

function readyTime(seen: SeenPod, now: number): BilledTime | undefined {
  const { ready } = seen.pod;
  if (ready?.status === 'True') {
    return ready.since === undefined
      ? undefined
      : { start: ready.since, end: endOf(seen, now) };
  }
  const start = containerStart(seen.pod);
  if (start === undefined || ready?.since === undefined) {
    return undefined;
  }
  // The condition is as old as the pod, unless it was true in between; since when is forgotten then.
  const wasReady = ready.since > start;
  const ends = [finishedAt(seen.pod), ready.since];
  return wasReady ? { start, end: earliest(ends) } : undefined;
}

/** Null while it runs. */
function endOf({ pod, goneAt }: SeenPod, now: number): number | null {
  const finished = finishedAt(pod);
  if (finished !== null) {
    return finished;
  }
  // Kubernetes kills at the latest then; on a lost machine that is all that is known.
  const killedAt = pod.deletingAt ?? null;
  // Nobody could write down when if its machine is gone.
  if (hasEnded(pod)) {
    return earliest([killedAt, goneAt ?? null, brokenAt(pod)]) ?? pod.createdAt;
  }
  return goneAt === undefined
    ? past(killedAt, now)
    : earliest([killedAt, goneAt]);
}

function past(time: number | null, now: number): number | null {
  return time !== null && time <= now ? time : null;
}

function containerStart({ container }: PodRecord): number | undefined {
  return container?.state === 'waiting'
    ? undefined
    : container?.startedAt || undefined;
}

function finishedAt({ container }: PodRecord): number | null {
  return container?.state === 'terminated'
    ? container.finishedAt || null
    : null;
}

function brokenAt({ ready, disrupted }: PodRecord): number | null {
  return earliest([
    ready?.status === 'True' ? null : ready?.since ?? null,
    disrupted?.status === 'True' ? disrupted.since ?? null : null,
  ]);
}

function earliest(times: (number | null)[]): number | null {
  const known = times.filter((time): time is number => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
