import { PodUsage, settlePod, Settlement } from './settlePod';

const row = (startedAt: number, endedAt: number | null) => ({
  id: 'row',
  startedAt,
  endedAt,
});

const usage = (changes: Partial<PodUsage>): PodUsage => ({
  time: undefined,
  last: undefined,
  lastSeen: 500,
  resumes: false,
  ...changes,
});

const ends = (at: number | null): Settlement => ({ end: { id: 'row', at } });

describe('settlePod', () => {
  it.each<[string, Partial<PodUsage>, Settlement]>([
    ['nothing of a pod that has not begun', {}, {}],
    [
      'a row when it begins',
      { time: { start: 100, end: null } },
      { open: { start: 100, end: null } },
    ],
    [
      'a whole row when all of it passed unseen',
      { time: { start: 100, end: 200 } },
      { open: { start: 100, end: 200 } },
    ],
    [
      'nothing while it goes on',
      { time: { start: 100, end: null }, last: row(100, null) },
      {},
    ],
    [
      'its end',
      { time: { start: 100, end: 200 }, last: row(100, null) },
      ends(200),
    ],
    [
      'nothing once its end is written',
      { time: { start: 100, end: 200 }, last: row(100, 200) },
      {},
    ],
    [
      'the last time that it was seen when it vanished',
      { last: row(100, null) },
      ends(500),
    ],
    [
      'an end at its beginning when it was never seen since',
      { last: row(100, null), lastSeen: 50 },
      ends(100),
    ],
    [
      'an end at its beginning when nothing at all is known',
      { last: row(100, null), lastSeen: null },
      ends(100),
    ],
    ['nothing of one that vanished and is closed', { last: row(100, 500) }, {}],
    [
      'no end before the beginning',
      { time: { start: 60, end: 80 }, last: row(100, null) },
      ends(100),
    ],
    [
      'the real end once Kubernetes tells it',
      { time: { start: 100, end: 230 }, last: row(100, 200) },
      ends(230),
    ],
    [
      'that it goes on after all',
      { time: { start: 100, end: null }, last: row(100, 200) },
      ends(null),
    ],
  ])('writes %s', (_, changes, expected) => {
    expect(settlePod(usage(changes))).toEqual(expected);
  });

  it.each<[string, Partial<PodUsage>, Settlement]>([
    [
      'another row when it is ready again',
      { time: { start: 300, end: null }, last: row(100, 200) },
      { open: { start: 300, end: null } },
    ],
    [
      'an end and another row when it was not ready in between, unseen',
      { time: { start: 600, end: null }, last: row(100, null) },
      { ...ends(500), open: { start: 600, end: null } },
    ],
    [
      'rows that do not overlap when it was ready again before it was last seen',
      { time: { start: 400, end: null }, last: row(100, null) },
      { ...ends(400), open: { start: 400, end: null } },
    ],
    [
      'no second end: between the two it was not ready',
      { time: { start: 50, end: 450 }, last: row(100, 200) },
      {},
    ],
  ])('of a driver writes %s', (_, changes, expected) => {
    expect(settlePod(usage({ ...changes, resumes: true }))).toEqual(expected);
  });
});
