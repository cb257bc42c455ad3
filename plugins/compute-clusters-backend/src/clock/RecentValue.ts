import { Clock } from './Clock';

/**
 * The last reading of a value that many ask for and that seldom changes. It is kept for a while, counted from the
 * beginning of the reading; who asks at the same time shares one. A reading that fails is not kept.
 */
export class RecentValue<T> {
  static create<T>(options: {
    clock: Clock;
    /** Milliseconds. */
    maxAge: number;
    read: () => Promise<T>;
  }): RecentValue<T> {
    const { clock, maxAge, read } = options;
    return new RecentValue(clock, maxAge, read);
  }

  private kept: { at: number; value: Promise<T> } | undefined;

  private constructor(
    private readonly clock: Clock,
    private readonly maxAge: number,
    private readonly read: () => Promise<T>,
  ) {}

  /** @throws the error of the reading */
  async get(): Promise<T> {
    const now = this.clock.now().getTime();
    // A clock that was set back makes nothing last.
    if (this.kept && Math.abs(now - this.kept.at) < this.maxAge) {
      return await this.kept.value;
    }
    const reading = { at: now, value: this.read() };
    this.kept = reading;
    try {
      return await reading.value;
    } catch (error) {
      if (this.kept === reading) {
        this.drop();
      }
      throw error;
    }
  }

  /** The next one who asks gets a new reading, also while one is under way. */
  drop(): void {
    this.kept = undefined;
  }
}
