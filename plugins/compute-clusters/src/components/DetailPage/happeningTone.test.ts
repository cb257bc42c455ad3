import type { Activity } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { aRun } from '../../__testUtils__/fixtures';
import type { Happening } from './happenings';
import { toneOf } from './happeningTone';

const AT = new Date('2026-01-02T10:00:00Z');

const done = (action: Activity['action']): Happening => ({
  kind: 'activity',
  key: action,
  at: AT,
  activity: { id: action, action, user: 'u', at: AT, message: '' },
});

const came = (kind: 'ready' | 'ended'): Happening => ({
  kind,
  key: kind,
  at: AT,
  run: aRun({}),
});

describe('toneOf', () => {
  it.each([
    ['create', 'on'],
    ['start', 'on'],
    ['restart', 'on'],
    ['terminate', 'off'],
    ['delete', 'off'],
    ['configure', 'neutral'],
    ['keep-running', 'neutral'],
  ] as const)('%s is %s', (action, tone) => {
    expect(toneOf(done(action))).toBe(tone);
  });

  it('a run that became ready is on; that it ended may be good or bad', () => {
    expect(toneOf(came('ready'))).toBe('on');
    expect(toneOf(came('ended'))).toBe('neutral');
  });
});
