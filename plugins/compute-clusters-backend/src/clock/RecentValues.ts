import { Clock } from './Clock';

interface Reading<T> {
  at: number;
  value: Promise<T>;
  /** Whether nobody needs to wait for it any more. */
  isThere: boolean;
}

/**
 * The last readings of values that many ask for and that seldom change, each under a key. A reading is kept for a while,
 * counted from its beginning; who asks at the same time shares one. A reading that fails is not kept.
 */
export class RecentValues<T> {
  static create<T>(options: {
    clock: Clock;
    /** Milliseconds. */
    maxAge: number;
  }): RecentValues<T> {
    return new RecentValues(options.clock, options.maxAge);
  }

  private readonly kept = new Map<string, Reading<T>>();

  private constructor(
    private readonly clock: Clock,
    private readonly maxAge: number,
  ) {}

  /** @throws the error of the reading */
  async get(key: string, read: () => Promise<T>): Promise<T> {
    const at = this.clock.now().getTime();
    this.forgetOld(at);
    const kept = this.kept.get(key);
    if (kept) {
      return await kept.value;
    }
    const reading = { at, value: read(), isThere: false };
    this.kept.set(key, reading);
    try {
      const value = await reading.value;
      reading.isThere = true;
      return value;
    } catch (error) {
      if (this.kept.get(key) === reading) {
        this.drop(key);
      }
      throw error;
    }
  }

  /** Whether who asks now gets what is there already: nothing has to be read, and no reading is under way. */
  has(key: string): boolean {
    this.forgetOld(this.clock.now().getTime());
    return this.kept.get(key)?.isThere ?? false;
  }

  /** The next one who asks gets a new reading, also while one is under way. */
  drop(key: string): void {
    this.kept.delete(key);
  }

  private forgetOld(now: number): void {
    for (const [key, { at }] of this.kept) {
      // A clock that was set back makes nothing last.
      if (Math.abs(now - at) >= this.maxAge) this.kept.delete(key);
    }
  }
}
