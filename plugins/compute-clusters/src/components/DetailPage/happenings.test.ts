import type {
  Activity,
  RunDetails,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { aRun } from '../../__testUtils__/fixtures';
import { happenings } from './happenings';

const at = (time: string) => new Date(`2026-01-02T${time}:00Z`);

const done = (action: Activity['action'], time: string): Activity => ({
  id: action,
  action,
  user: 'user:default/data-engineer',
  at: at(time),
  message: '',
});

const run = (changes: Partial<RunDetails>) => aRun({ id: 'run', ...changes });

describe('happenings', () => {
  it('puts what came of a run among what was done, newest first', () => {
    const all = happenings(
      [done('terminate', '10:05'), done('create', '09:00')],
      [run({ readyAt: at('09:01'), endedAt: at('10:06') })],
    );
    expect(all.map(({ key }) => key)).toEqual([
      'ended run',
      'terminate',
      'ready run',
      'create',
    ]);
  });

  it('tells nothing of what a run has not come to', () => {
    expect(happenings([], [run({ readyAt: null, endedAt: null })])).toEqual([]);
  });
});
