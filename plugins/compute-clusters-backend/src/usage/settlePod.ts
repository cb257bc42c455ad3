import { BilledTime } from './billedTime';

/** One row of a pod, as it is stored; times are milliseconds since the epoch. */
export interface KnownInterval {
  id: string;
  startedAt: number;
  endedAt: number | null;
}

/** What to write so that the rows of a pod tell its billed time. */
export interface Settlement {
  /** A new row. */
  open?: BilledTime;
  /** A new end of a row that there is; null: it goes on after all. */
  end?: { id: string; at: number | null };
}

/** What is known of one pod. */
export interface PodUsage {
  /** By what it shows, if it shows anything. */
  time: BilledTime | undefined;
  /** Of its rows the one that began last. */
  last: KnownInterval | undefined;
  /** When all pods with an open row were last known to run. */
  lastSeen: number | null;
  /** Whether it may begin anew after it stopped, as a driver's readiness may. */
  resumes: boolean;
}

/**
 * Compares a pod's time with its rows. Nothing is billed twice: a row that is closed is never followed by one that
 * begins before its end. Nothing is written if the rows are right. Pure.
 */
export function settlePod(usage: PodUsage): Settlement {
  const { time, last } = usage;
  if (!last) {
    return time ? { open: time } : {};
  }
  return last.endedAt === null
    ? settleOpen(usage, last)
    : settleClosed(usage, last, last.endedAt);
}

function settleOpen(usage: PodUsage, last: KnownInterval): Settlement {
  const { time, lastSeen } = usage;
  const at = (end: number) => ({
    id: last.id,
    at: Math.max(last.startedAt, end),
  });
  if (!time) {
    return { end: at(lastSeen ?? last.startedAt) };
  }
  if (time.end !== null) {
    return { end: at(time.end) };
  }
  return usage.resumes && time.start > last.startedAt
    ? {
        // It stopped and began again while nobody looked.
        end: at(Math.min(time.start, lastSeen ?? last.startedAt)),
        open: time,
      }
    : {};
}

function settleClosed(
  usage: PodUsage,
  last: KnownInterval,
  endedAt: number,
): Settlement {
  const { time, resumes } = usage;
  if (!time || time.end === endedAt) {
    return {};
  }
  if (time.end === null) {
    return time.start > endedAt
      ? { open: time }
      : { end: { id: last.id, at: null } };
  }
  // Its end was guessed before Kubernetes told it.
  return resumes
    ? {}
    : { end: { id: last.id, at: Math.max(last.startedAt, time.end) } };
}
