import { mostByMinute } from './mostByMinute';

const at = (seconds: number) =>
  new Date(Date.parse('2026-01-01T10:00:00Z') + seconds * 1_000);

const time = (from: number, to: number | null) => ({
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
});

describe('mostByMinute', () => {
  it.each<[string, ReturnType<typeof time>[], number[]]>([
    ['nothing', [], [0, 0, 0, 0]],
    ['what ran all the time', [time(-600, null)], [1, 1, 1, 1]],
    ['what was over before', [time(-600, 0)], [0, 0, 0, 0]],
    ['a second of a minute', [time(70, 71)], [0, 1, 0, 0]],
    ['what ends on the minute', [time(0, 60)], [1, 0, 0, 0]],
    ['what begins on the minute', [time(120, null)], [0, 0, 1, 1]],
    ['two at once', [time(0, 90), time(70, 130)], [1, 2, 1, 0]],
    ['one after the other', [time(61, 80), time(80, 100)], [0, 1, 0, 0]],
    ['what is ahead of our clock', [time(300, null)], [0, 0, 0, 0]],
  ])('tells %s', (_, times, minutes) => {
    expect(mostByMinute(times, { from: at(0), to: at(240) })).toEqual(minutes);
  });
});
