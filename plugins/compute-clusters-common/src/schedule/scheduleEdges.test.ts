import { Schedule } from '../schema/openapi';
import { lastScheduleEdge, nextScheduleEdge } from './scheduleEdges';

const WORK_DAYS: Schedule['windows'][number]['days'] = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
];
const EVERY_DAY: Schedule['windows'][number]['days'] = [
  ...WORK_DAYS,
  'sat',
  'sun',
];

const berlin = (...windows: Schedule['windows']): Schedule => ({
  timeZone: 'Europe/Berlin',
  windows,
});

const office = berlin({ days: WORK_DAYS, start: '08:00', stop: '18:00' });
const nightShift = berlin({ days: ['fri'], start: '22:00', stop: '06:00' });
const night = berlin({ days: EVERY_DAY, start: '02:30', stop: '12:00' });

/** As `start 2026-03-02T07:00:00Z`. */
function shown(edge: ReturnType<typeof nextScheduleEdge>): string {
  return edge
    ? `${edge.kind} ${edge.at.toISOString().replace(':00.000Z', 'Z')}`
    : 'none';
}

describe('nextScheduleEdge', () => {
  it.each<[string, Schedule, string, string]>([
    [
      'the start of the same day',
      office,
      '2026-03-02T05:00Z',
      'start 2026-03-02T07:00Z',
    ],
    [
      'the stop of the same day',
      office,
      '2026-03-02T07:00Z',
      'stop 2026-03-02T17:00Z',
    ],
    [
      'the start after the weekend',
      office,
      '2026-03-06T17:00Z',
      'start 2026-03-09T07:00Z',
    ],
    [
      'the same time of day in summer',
      office,
      '2026-03-28T00:00Z',
      'start 2026-03-30T06:00Z',
    ],
    [
      'the stop after midnight',
      nightShift,
      '2026-03-06T22:00Z',
      'stop 2026-03-07T05:00Z',
    ],
    [
      'a stop after midnight that began the day before',
      nightShift,
      '2026-03-07T01:00Z',
      'stop 2026-03-07T05:00Z',
    ],
    [
      'a start a week later',
      nightShift,
      '2026-03-07T05:00Z',
      'start 2026-03-13T21:00Z',
    ],
    [
      'a start that the change to summer time skips, an hour later',
      night,
      '2026-03-28T12:00Z',
      'start 2026-03-29T01:30Z',
    ],
    [
      'a start that the change to winter time repeats, the first of the two',
      night,
      '2026-10-24T12:00Z',
      'start 2026-10-25T00:30Z',
    ],
    [
      'nothing between the two that look alike',
      night,
      '2026-10-25T00:30Z',
      'stop 2026-10-25T11:00Z',
    ],
    [
      'a start where the cluster is never stopped',
      berlin({ days: ['mon'], start: '08:00', stop: null }),
      '2026-03-02T07:00Z',
      'start 2026-03-09T07:00Z',
    ],
    [
      'a stop where the cluster is never started',
      berlin({ days: EVERY_DAY, start: null, stop: '20:00' }),
      '2026-03-02T07:00Z',
      'stop 2026-03-02T19:00Z',
    ],
    [
      'no stop where the next window begins',
      berlin(
        { days: ['mon'], start: '08:00', stop: '12:00' },
        { days: ['mon'], start: '12:00', stop: '18:00' },
      ),
      '2026-03-02T07:00Z',
      'start 2026-03-02T11:00Z',
    ],
    [
      'no stop within another window',
      berlin(
        { days: ['mon'], start: '08:00', stop: '12:00' },
        { days: ['mon'], start: '07:00', stop: '18:00' },
      ),
      '2026-03-02T07:00Z',
      'stop 2026-03-02T17:00Z',
    ],
    [
      'the time of another time zone',
      {
        timeZone: 'America/New_York',
        windows: [{ days: ['mon'], start: '08:00', stop: null }],
      },
      '2026-03-02T05:00Z',
      'start 2026-03-02T13:00Z',
    ],
    ['nothing without windows', berlin(), '2026-03-02T05:00Z', 'none'],
  ])('finds %s', (_, schedule, after, expected) => {
    expect(shown(nextScheduleEdge(schedule, new Date(after)))).toBe(expected);
  });
});

describe('lastScheduleEdge', () => {
  it.each<[string, Schedule, string, string]>([
    [
      'the one of this very moment',
      office,
      '2026-03-02T07:00Z',
      'start 2026-03-02T07:00Z',
    ],
    [
      'the stop before the weekend',
      office,
      '2026-03-09T06:59Z',
      'stop 2026-03-06T17:00Z',
    ],
    [
      'the one a week ago',
      nightShift,
      '2026-03-13T20:59Z',
      'stop 2026-03-07T05:00Z',
    ],
    [
      'the start where one window follows another',
      berlin(
        { days: ['mon'], start: '08:00', stop: '12:00' },
        { days: ['mon'], start: '12:00', stop: '18:00' },
      ),
      '2026-03-02T11:30Z',
      'start 2026-03-02T11:00Z',
    ],
  ])('finds %s', (_, schedule, until, expected) => {
    expect(shown(lastScheduleEdge(schedule, new Date(until)))).toBe(expected);
  });
});
