import { ManualClock } from './ManualClock';
import { RecentValue } from './RecentValue';

describe('RecentValue', () => {
  let clock: ManualClock;
  let readings: { resolve(value: string): void; reject(error: Error): void }[];
  let recent: RecentValue<string>;

  beforeEach(() => {
    clock = ManualClock.create();
    readings = [];
    recent = RecentValue.create({
      clock,
      maxAge: 1_000,
      read: () =>
        new Promise((resolve, reject) => readings.push({ resolve, reject })),
    });
  });

  it('reads once for all who ask at the same time', async () => {
    const values = [recent.get(), recent.get()];
    readings[0].resolve('a');
    expect(await Promise.all(values)).toEqual(['a', 'a']);
    expect(readings).toHaveLength(1);
  });

  it('keeps a reading until it is too old, from when it began', async () => {
    const first = recent.get();
    clock.advance(999);
    readings[0].resolve('a');
    await first;
    expect(await recent.get()).toBe('a');
    clock.advance(1);
    const second = recent.get();
    readings[1].resolve('b');
    expect(await second).toBe('b');
  });

  it('keeps nothing that was read in what is now the future', async () => {
    const first = recent.get();
    readings[0].resolve('a');
    await first;
    clock.advance(-3_600_000);
    const second = recent.get();
    readings[1]?.resolve('b');
    expect(await second).toBe('b');
  });

  it('keeps no failure', async () => {
    const failed = [recent.get(), recent.get()];
    readings[0].reject(new Error('no'));
    for (const value of failed) {
      await expect(value).rejects.toThrow('no');
    }
    const next = recent.get();
    readings[1].resolve('a');
    expect(await next).toBe('a');
  });

  it('gives nobody who asks after a drop what was read before it', async () => {
    const before = recent.get();
    recent.drop();
    const after = recent.get();
    readings[0].reject(new Error('no'));
    readings[1].resolve('new');
    await expect(before).rejects.toThrow('no');
    expect(await after).toBe('new');
    expect(await recent.get()).toBe('new');
  });
});
