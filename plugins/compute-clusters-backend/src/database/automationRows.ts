import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { AutomationRecord } from './records';
import { AutomationRow, ClusterWithRunRow } from './rows';
import { toDate, toOptionalDate } from './toDate';

/** Whether a specification asks for automatic starts or stops. */
export function isAutomated(spec: ComputeClusterSpec): boolean {
  return spec.autoTermination.enabled || Boolean(spec.schedule);
}

/** Nothing has happened yet; what a schedule asked for earlier is not made up for. */
export function newAutomation(now: Date): AutomationRecord {
  return {
    activeAt: null,
    activityMark: null,
    stop: null,
    notifiedAt: null,
    keptUntil: null,
    edgesUntil: now,
  };
}

/** The automation of a cluster's row. */
export function toAutomationRecord(
  row: ClusterWithRunRow,
): AutomationRecord | null {
  if (row.edges_until === null) {
    return null;
  }
  return {
    activeAt: toOptionalDate(row.active_at),
    activityMark: row.activity_mark,
    stop:
      row.stop_at !== null && row.stop_reason !== null
        ? { at: toDate(row.stop_at), reason: row.stop_reason }
        : null,
    notifiedAt: toOptionalDate(row.stop_notified_at),
    keptUntil: toOptionalDate(row.kept_until),
    edgesUntil: toDate(row.edges_until),
  };
}

/** The columns that a change of an automation fills. */
export function toAutomationColumns(
  changes: Partial<AutomationRecord>,
): Partial<AutomationRow> {
  const { activeAt, activityMark, stop, notifiedAt, keptUntil, edgesUntil } =
    changes;
  return {
    ...(activeAt !== undefined && { active_at: activeAt }),
    ...(activityMark !== undefined && { activity_mark: activityMark }),
    ...(stop !== undefined && {
      stop_at: stop && stop.at,
      stop_reason: stop && stop.reason,
      // nobody has been told of another stop
      stop_notified_at: null,
    }),
    ...(notifiedAt !== undefined && { stop_notified_at: notifiedAt }),
    ...(keptUntil !== undefined && { kept_until: keptUntil }),
    ...(edgesUntil !== undefined && { edges_until: edgesUntil }),
  };
}
