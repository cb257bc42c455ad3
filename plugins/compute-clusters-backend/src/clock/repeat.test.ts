import { soon } from '../reconciler/__testUtils__/soon';
import { ManualClock } from './ManualClock';
import { repeat } from './repeat';

describe('repeat', () => {
  let clock: ManualClock;
  let controller: AbortController;
  let turns: number;
  let errors: unknown[];

  beforeEach(() => {
    clock = ManualClock.create();
    controller = new AbortController();
    turns = 0;
    errors = [];
  });

  const begin = (task: () => Promise<number>) =>
    repeat({
      clock,
      signal: controller.signal,
      task: () => {
        turns += 1;
        return task();
      },
      onError: error => errors.push(error),
      retryAfter: 50,
    });

  it('does the task at once, and again after the time that it names', async () => {
    begin(async () => 1_000);
    expect(turns).toBe(1);
    await soon(() => expect(clock.pending).toBe(1));
    clock.advance(999);
    expect(turns).toBe(1);
    clock.advance(1);
    expect(turns).toBe(2);
  });

  it('goes on after an error', async () => {
    begin(() => Promise.reject(new Error('no')));
    await soon(() => expect(clock.pending).toBe(1));
    clock.advance(50);
    await soon(() => expect(errors).toHaveLength(2));
  });

  it('ends when it is told to', async () => {
    begin(async () => 1_000);
    await soon(() => expect(clock.pending).toBe(1));
    controller.abort();
    expect(clock.pending).toBe(0);
  });
});
