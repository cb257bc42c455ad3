import { ManualClock } from './ManualClock';
import { RecentValues } from './RecentValues';

describe('RecentValues', () => {
  let clock: ManualClock;
  let readings: string[];
  let recent: RecentValues<string>;

  beforeEach(() => {
    clock = ManualClock.create();
    readings = [];
    recent = RecentValues.create({ clock, maxAge: 1_000 });
  });

  const get = (key: string) =>
    recent.get(key, async () => {
      readings.push(key);
      return `${key}${readings.length}`;
    });

  it('reads each key once for all who ask in time', async () => {
    const values = [get('a'), get('b'), get('a')];
    expect(await Promise.all(values)).toEqual(['a1', 'b2', 'a1']);
    clock.advance(999);
    expect(await get('a')).toBe('a1');
    expect(readings).toEqual(['a', 'b']);
  });

  it('reads again what is too old, each key at its own time', async () => {
    await get('a');
    clock.advance(600);
    await get('b');
    clock.advance(400);
    expect(await get('b')).toBe('b2');
    expect(await get('a')).toBe('a3');
  });

  it('keeps nothing too old behind what a clock that was set back made younger', async () => {
    await get('a');
    clock.advance(-500);
    await get('b');
    clock.advance(1_100);
    expect(await get('b')).toBe('b3');
  });

  it('drops one key', async () => {
    await get('a');
    await get('b');
    recent.drop('a');
    expect(await get('a')).toBe('a3');
    expect(await get('b')).toBe('b2');
  });

  it('has what was read, until it is too old or dropped', async () => {
    const value = get('a');
    expect(recent.has('a')).toBe(false);
    await value;
    expect(recent.has('a')).toBe(true);
    clock.advance(1_000);
    expect(recent.has('a')).toBe(false);
    await get('a');
    recent.drop('a');
    expect(recent.has('a')).toBe(false);
  });

  it('has nothing of a reading that failed', async () => {
    const failed = recent.get('a', () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(recent.has('a')).toBe(false);
  });
});
