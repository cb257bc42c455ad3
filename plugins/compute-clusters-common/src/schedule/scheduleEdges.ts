import { DateTime } from 'luxon';
import { Schedule } from '../schema/openapi';

/**
 * A moment at which a schedule starts or stops a cluster.
 *
 * @public
 */
export interface ScheduleEdge {
  at: Date;
  kind: 'start' | 'stop';
}

type Window = Schedule['windows'][number];

/** One window on one day, in milliseconds since 1970. */
interface Occurrence {
  start: number | null;
  stop: number | null;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Every day of the week comes within so many days, and windows that began the day before end there. */
const AROUND = 9;

/**
 * The first start or stop after a moment; undefined if there is none.
 *
 * Times of day are the time zone's own: one that a change to summer time skips is an hour later, one that the change
 * back repeats is the first of the two. A window that ends while another one goes on does not stop the cluster.
 *
 * @public
 */
export function nextScheduleEdge(
  schedule: Schedule,
  after: Date,
): ScheduleEdge | undefined {
  return edgesAround(schedule, after, { from: -2, to: AROUND }).find(
    ({ at }) => at > after,
  );
}

/**
 * The last start or stop up to a moment, as {@link nextScheduleEdge} tells the next one.
 *
 * @public
 */
export function lastScheduleEdge(
  schedule: Schedule,
  until: Date,
): ScheduleEdge | undefined {
  return edgesAround(schedule, until, { from: -AROUND, to: 1 })
    .filter(({ at }) => at <= until)
    .at(-1);
}

function edgesAround(
  schedule: Schedule,
  moment: Date,
  days: { from: number; to: number },
): ScheduleEdge[] {
  const occurrences = occurrencesAround(schedule, moment, days);
  const starts = occurrences.flatMap(({ start }) =>
    start === null ? [] : [start],
  );
  const stops = occurrences.flatMap(({ stop }) =>
    stop === null || goesOn(occurrences, stop) ? [] : [stop],
  );
  return [
    ...unique(starts).map(at => ({ at: new Date(at), kind: 'start' as const })),
    ...unique(stops).map(at => ({ at: new Date(at), kind: 'stop' as const })),
  ].sort((left, right) => left.at.getTime() - right.at.getTime());
}

/** Whether another window has the cluster run at this moment. */
function goesOn(occurrences: Occurrence[], moment: number): boolean {
  return occurrences.some(
    ({ start, stop }) =>
      start !== null &&
      start <= moment &&
      (start === moment || (stop !== null && stop > moment)),
  );
}

function occurrencesAround(
  { timeZone, windows }: Schedule,
  moment: Date,
  { from, to }: { from: number; to: number },
): Occurrence[] {
  const today = DateTime.fromJSDate(moment, { zone: timeZone }).startOf('day');
  const days = Array.from({ length: to - from + 1 }, (_, index) =>
    today.plus({ days: from + index }),
  );
  return days.flatMap(day =>
    windows
      .filter(window => window.days.includes(DAYS[day.weekday - 1]))
      .map(window => occurrenceOn(day, window)),
  );
}

function occurrenceOn(day: DateTime, { start, stop }: Window): Occurrence {
  const overMidnight = start !== null && stop !== null && stop < start;
  return {
    start: start === null ? null : momentOn(day, start),
    stop:
      stop === null
        ? null
        : momentOn(overMidnight ? day.plus({ days: 1 }) : day, stop),
  };
}

function momentOn(day: DateTime, time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  const [first] = day.set({ hour, minute }).getPossibleOffsets();
  return first.toMillis();
}

function unique(moments: number[]): number[] {
  return [...new Set(moments)];
}
