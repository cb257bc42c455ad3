import { daysOf } from './daysOf';

describe('daysOf', () => {
  it.each([
    ['nothing', '2026-01-31T10:00:00Z', '2026-01-31T10:00:00Z', []],
    [
      'a part of a day',
      '2026-01-31T10:00:00Z',
      '2026-01-31T12:00:00Z',
      ['2026-01-31 10:00:00-12:00:00'],
    ],
    [
      'a whole day',
      '2026-01-31T00:00:00Z',
      '2026-02-01T00:00:00Z',
      ['2026-01-31 00:00:00-00:00:00'],
    ],
    [
      'days of two months, the outer ones in part',
      '2026-01-30T22:30:00Z',
      '2026-02-01T01:00:00Z',
      [
        '2026-01-30 22:30:00-00:00:00',
        '2026-01-31 00:00:00-00:00:00',
        '2026-02-01 00:00:00-01:00:00',
      ],
    ],
    [
      'a second over midnight',
      '2026-12-31T23:59:59Z',
      '2027-01-01T00:00:01Z',
      ['2026-12-31 23:59:59-00:00:00', '2027-01-01 00:00:00-00:00:01'],
    ],
  ])('splits %s', (_, from, to, expected) => {
    const time = (date: Date) => date.toISOString().slice(11, 19);
    const days = daysOf({ from: new Date(from), to: new Date(to) });
    expect(
      days.map(day => `${day.day} ${time(day.from)}-${time(day.to)}`),
    ).toEqual(expected);
  });
});
