import type {
  Activity,
  RunDetails,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** What somebody did with a cluster, or what became of one of its runs. */
export type Happening =
  | { kind: 'activity'; key: string; at: Date; activity: Activity }
  | { kind: 'ready' | 'ended'; key: string; at: Date; run: RunDetails };

/** What was done and what came of it, newest first. Pure. */
export function happenings(
  activities: readonly Activity[],
  runs: readonly RunDetails[],
): Happening[] {
  const ofRun = (run: RunDetails, kind: 'ready' | 'ended', at: Date | null) =>
    at ? [{ kind, key: `${kind} ${run.id}`, at, run }] : [];
  return [
    ...activities.map(activity => ({
      kind: 'activity' as const,
      key: activity.id,
      at: activity.at,
      activity,
    })),
    ...runs.flatMap(run => ofRun(run, 'ready', run.readyAt)),
    ...runs.flatMap(run => ofRun(run, 'ended', run.endedAt)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
}
