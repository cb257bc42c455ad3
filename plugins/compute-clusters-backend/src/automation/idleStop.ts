import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { AutomationRecord, ClusterRecord } from '../database';
import { SparkActivity } from '../kubernetes';
import { GRACE_MILLISECONDS, minutes } from './durations';

/** What a look at a cluster's activity means. */
export interface IdleFinding {
  /** What is to be stored of it. */
  changes: Partial<AutomationRecord>;
  /** The stop to announce, or announced before; null while it is too early, or the cluster is in use. */
  stop: AutomaticStop | null;
  /** When that changes by itself. */
  next: Date;
}

/** Whether a cluster is stopped once it is not used. */
export function stopsWhenIdle({ spec, observed }: ClusterRecord): boolean {
  return spec.autoTermination.enabled && observed.state === 'ACTIVE';
}

/**
 * Tells what a look at a cluster that stops when idle means. Idle time begins when the driver is ready, and anew with
 * each activity. Without an answer nobody knows: that counts as activity, so that silence stops nothing.
 */
export function findIdle(
  cluster: ClusterRecord,
  activity: SparkActivity | undefined,
  now: Date,
): IdleFinding {
  const idle = minutes(cluster.spec.autoTermination.idleMinutes);
  const known = cluster.automation?.activityMark ?? null;
  const worked =
    !activity ||
    activity.doing !== undefined ||
    (known !== null && activity.mark !== known);
  const changes = {
    ...(worked && { activeAt: now }),
    ...(activity && activity.mark !== known && { activityMark: activity.mark }),
  };
  if (worked) {
    return { changes, stop: null, next: later(now, idle) };
  }
  return { changes, ...stopOf(cluster, idle, now) };
}

function stopOf(
  cluster: ClusterRecord,
  idle: number,
  now: Date,
): Pick<IdleFinding, 'stop' | 'next'> {
  const due = later(idleSince(cluster), idle);
  // Who allows a few minutes only is told as early as can be.
  const grace = Math.min(GRACE_MILLISECONDS, idle);
  const announceAt = later(due, -grace);
  const announced = cluster.automation?.stop;
  if (announced?.reason === 'IdleTimeout' && announced.at >= due) {
    return { stop: announced, next: announced.at };
  }
  if (now < announceAt) {
    return { stop: null, next: announceAt };
  }
  const at = later(now, grace);
  return { stop: { at, reason: 'IdleTimeout' }, next: at };
}

/** Since when a cluster has not been used, as far as is known. */
function idleSince({ automation, observed }: ClusterRecord): Date {
  const activeAt = automation?.activeAt;
  return activeAt && activeAt > observed.since ? activeAt : observed.since;
}

function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}
