const FIRST_MILLISECONDS = 500;
const LONGEST_MILLISECONDS = 60_000;

/** How long to wait after each failure of a key: 0.5 s at first, twice as long each time, 60 s at most. */
export class Backoff {
  static create(options: { random: () => number }): Backoff {
    return new Backoff(options.random);
  }

  private readonly failures = new Map<string, number>();

  private constructor(private readonly random: () => number) {}

  /** Milliseconds to wait after one more failure. */
  next(key: string): number {
    const failures = this.failures.get(key) ?? 0;
    this.failures.set(key, failures + 1);
    const full = Math.min(
      FIRST_MILLISECONDS * 2 ** failures,
      LONGEST_MILLISECONDS,
    );
    // Jitter, so that clusters which failed together do not come back together.
    const half = Math.max(FIRST_MILLISECONDS, full / 2);
    return Math.round(half + (full - half) * this.random());
  }

  reset(key: string): void {
    this.failures.delete(key);
  }
}
