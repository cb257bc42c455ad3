import { timeFormats } from './timeFormats';

const { duration, relativeTime, remaining } = timeFormats('en');

describe('relativeTime', () => {
  const now = new Date('2026-01-02T10:00:00Z');
  it.each([
    ['2026-01-02T10:00:00Z', 'now'],
    ['2026-01-02T09:59:58Z', '2 sec. ago'],
    ['2026-01-02T09:57:31Z', '2 min. ago'],
    ['2026-01-02T07:00:00Z', '3 hr. ago'],
    ['2025-12-30T10:00:00Z', '3 days ago'],
    ['2026-01-02T10:00:09Z', 'now'],
  ])('calls %s %s', (time, text) => {
    expect(relativeTime(time, now)).toBe(text);
  });
});

describe('duration', () => {
  const from = '2026-01-02T10:00:00Z';
  it.each([
    ['2026-01-02T10:00:00Z', '0 sec'],
    ['2026-01-02T10:00:41Z', '41 sec'],
    ['2026-01-02T10:05:03Z', '5 min, 3 sec'],
    ['2026-01-02T13:05:03Z', '3 hr, 5 min'],
    ['2026-01-04T10:05:00Z', '2 days, 5 min'],
    ['2026-01-02T09:59:59Z', '0 sec'],
    [null, '–'],
  ])('until %s is %s', (to, text) => {
    expect(duration(from, to)).toBe(text);
  });
});

describe('remaining', () => {
  const now = new Date('2026-01-02T10:00:00Z');
  it.each([
    ['2026-01-02T11:01:03Z', '1 hr, 2 min'],
    ['2026-01-02T10:41:03Z', '42 min'],
    ['2026-01-02T10:01:00Z', '1 min'],
    ['2026-01-02T10:00:09.5Z', '10 sec'],
    ['2026-01-02T09:59:59Z', '0 sec'],
  ])('until %s is %s', (at, text) => {
    expect(remaining(now, at)).toBe(text);
  });
});

describe('timeFormats of German', () => {
  const formats = timeFormats('de');
  const now = new Date('2026-01-02T10:00:00Z');
  it('tells times and durations as Germans do', () => {
    expect(formats.relativeTime('2026-01-02T07:00:00Z', now)).toBe(
      'vor 3 Std.',
    );
    expect(formats.duration('2026-01-02T06:55:00Z', now)).toBe(
      '3 Std., 5 Min.',
    );
    expect(formats.remaining(now, '2026-01-02T10:42:00Z')).toBe('42 Min.');
    expect(formats.day('2026-01-02')).toBe('02.01.2026');
  });
});
