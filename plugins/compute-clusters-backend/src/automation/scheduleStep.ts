import {
  AutomaticStop,
  lastScheduleEdge,
  nextScheduleEdge,
  Schedule,
  ScheduleEdge,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { AutomationRecord, ClusterRecord } from '../database';
import { CATCH_UP_MILLISECONDS, GRACE_MILLISECONDS } from './durations';

/** What a schedule asks for now. */
export interface ScheduleStep {
  /** The start to carry out. */
  start?: ScheduleEdge;
  /** The edge that there is nothing to do about, or no more. */
  skip?: ScheduleEdge;
  /** The stop to announce, or announced before, and the edge that asks for it. */
  stop: (AutomaticStop & { edge: ScheduleEdge }) | null;
  /** When that changes by itself; undefined if never. */
  next?: Date;
}

/**
 * Tells what a schedule asks for. It acts at its edges only: what a person did since the last one stays until the next
 * one. An edge that was missed is made up for within an hour.
 */
export function scheduleStep(cluster: ClusterRecord, now: Date): ScheduleStep {
  const { automation } = cluster;
  const { schedule } = cluster.spec;
  if (!automation || !schedule) {
    return { stop: null };
  }
  const last = lastScheduleEdge(schedule, now);
  const pending = last && last.at > automation.edgesUntil ? last : undefined;
  if (!pending) {
    return upcoming(cluster, automation, schedule, now);
  }
  const step =
    pending.kind === 'start'
      ? startNow(cluster, pending, now)
      : stopNow(cluster, automation, pending, now);
  return step ?? { stop: null, skip: pending, next: now };
}

function startNow(
  { observed, run }: ClusterRecord,
  edge: ScheduleEdge,
  now: Date,
): ScheduleStep | undefined {
  const missed = now.getTime() - edge.at.getTime() > CATCH_UP_MILLISECONDS;
  if (missed || (run?.endedAt && run.endedAt > edge.at)) {
    return undefined;
  }
  if (observed.state === 'STOPPED') {
    return { start: edge, stop: null, next: now };
  }
  // It starts when it is stopped, of which the change of its state tells.
  return observed.state === 'STOPPING' ? { stop: null } : undefined;
}

function stopNow(
  cluster: ClusterRecord,
  automation: AutomationRecord,
  edge: ScheduleEdge,
  now: Date,
): ScheduleStep | undefined {
  const due = latest(edge.at, automation.keptUntil);
  const missed = now.getTime() - due.getTime() > CATCH_UP_MILLISECONDS;
  const startedSince = cluster.run && cluster.run.startedAt > edge.at;
  if (missed || startedSince || !runs(cluster)) {
    return undefined;
  }
  return announced(automation, edge, due, now);
}

function upcoming(
  cluster: ClusterRecord,
  automation: AutomationRecord,
  schedule: Schedule,
  now: Date,
): ScheduleStep {
  const edge = nextScheduleEdge(schedule, now);
  if (edge?.kind !== 'stop' || !runs(cluster)) {
    return { stop: null, next: edge?.at };
  }
  const due = latest(edge.at, automation.keptUntil);
  return announced(automation, edge, due, now);
}

/** A stop by schedule is announced in time; one that nobody was there to announce, when it is made up for. */
function announced(
  { stop }: AutomationRecord,
  edge: ScheduleEdge,
  due: Date,
  now: Date,
): ScheduleStep {
  if (stop?.reason === 'Schedule' && stop.at >= due) {
    return { stop: { ...stop, edge }, next: stop.at };
  }
  const announceAt = new Date(due.getTime() - GRACE_MILLISECONDS);
  if (now < announceAt) {
    return { stop: null, next: announceAt };
  }
  const at = due > now ? due : new Date(now.getTime() + GRACE_MILLISECONDS);
  return { stop: { at, reason: 'Schedule', edge }, next: at };
}

function runs({ observed }: ClusterRecord): boolean {
  return observed.state === 'STARTING' || observed.state === 'ACTIVE';
}

function latest(moment: Date, other: Date | null): Date {
  return other && other > moment ? other : moment;
}
