/**
 * Notices a lease that nobody renews, by counting: its holder's clock may have been hours ahead when it was killed, and
 * nobody would wait for that.
 */
export class UnrenewedLease {
  static create(options: {
    /** So often in a row it must be seen unchanged. */
    times: number;
  }): UnrenewedLease {
    return new UnrenewedLease(options.times);
  }

  private end: number | undefined;
  private seen = 0;

  private constructor(private readonly times: number) {}

  /** Somebody else holds the lease, until then as they say. */
  note(end: Date | null | undefined): void {
    const time = end?.getTime();
    this.seen = time === this.end ? this.seen + 1 : 1;
    this.end = time;
  }

  forget(): void {
    this.end = undefined;
    this.seen = 0;
  }

  /** The end of the lease, once it is clear that its holder is gone. */
  get abandoned(): Date | undefined {
    return this.end !== undefined && this.seen > this.times
      ? new Date(this.end)
      : undefined;
  }
}
