import { UsageEnd, UsageIntervalRecord } from '../database';
import { BilledTime, billedTime, SeenPod } from './billedTime';
import { settlePod } from './settlePod';

/** A pod of which a new row is to be written. */
export interface OpenedPod extends SeenPod {
  time: BilledTime;
}

/** What to write about some clusters. */
export interface ClusterSettlement {
  opened: OpenedPod[];
  ended: UsageEnd[];
}

/**
 * Compares the pods of some clusters, those lately gone included, with all their rows and with every open row. Pure.
 */
export function settleClusters(options: {
  pods: SeenPod[];
  intervals: UsageIntervalRecord[];
  /** When all pods with an open row were last known to run. */
  lastSeen: Date | null;
  now: Date;
}): ClusterSettlement {
  const last = lastOfPods(options.intervals);
  const seen = new Map(options.pods.map(entry => [entry.pod.uid, entry]));
  const settlement: ClusterSettlement = { opened: [], ended: [] };
  for (const uid of new Set([...seen.keys(), ...last.keys()])) {
    const entry = seen.get(uid);
    const interval = last.get(uid);
    const { open, end } = settlePod({
      time: entry && billedTime(entry, options.now.getTime()),
      last: interval && {
        id: interval.id,
        startedAt: interval.startedAt.getTime(),
        endedAt: interval.endedAt?.getTime() ?? null,
      },
      lastSeen: options.lastSeen?.getTime() ?? null,
      resumes: entry?.pod.component === 'driver',
    });
    if (open && entry) {
      settlement.opened.push({ ...entry, time: open });
    }
    if (end && interval) {
      const { id, startedAt } = interval;
      const at = end.at === null ? null : new Date(end.at);
      settlement.ended.push({ id, startedAt, at });
    }
  }
  return settlement;
}

function lastOfPods(
  intervals: UsageIntervalRecord[],
): Map<string, UsageIntervalRecord> {
  const last = new Map<string, UsageIntervalRecord>();
  for (const interval of intervals) {
    const known = last.get(interval.podUid);
    if (!known || known.startedAt < interval.startedAt) {
      last.set(interval.podUid, interval);
    }
  }
  return last;
}
