import { ManualClock } from './ManualClock';

describe('ManualClock', () => {
  it('calls back in the order of time, each at its moment', () => {
    const clock = new ManualClock(new Date(0));
    const calls: string[] = [];
    const note = (name: string) => () =>
      calls.push(`${name} ${clock.now().getTime()}`);
    clock.after(200, note('later'));
    clock.after(100, note('sooner'));
    clock.advance(150);
    expect(calls).toEqual(['sooner 100']);
    clock.advance(50);
    expect(calls).toEqual(['sooner 100', 'later 200']);
  });

  it('runs what becomes due on the way', () => {
    const clock = new ManualClock(new Date(0));
    const calls: number[] = [];
    const repeat = () => {
      calls.push(clock.now().getTime());
      clock.after(10, repeat);
    };
    clock.after(10, repeat);
    clock.advance(35);
    expect(calls).toEqual([10, 20, 30]);
  });

  it('forgets what is cancelled', () => {
    const clock = new ManualClock();
    const callback = jest.fn();
    clock.after(10, callback)();
    clock.advance(100);
    expect(callback).not.toHaveBeenCalled();
  });

  it('runs work without delay by itself, soon but not at once', async () => {
    const clock = new ManualClock();
    const done = new Promise<string>(resolve => {
      clock.after(0, () => resolve('done'));
    });
    await expect(done).resolves.toBe('done');
  });
});
