import { SystemClock } from '../../clock';

/** The machine's clock, which a test may put forward. What waits goes on waiting as if nothing had happened. */
export class LeapingClock extends SystemClock {
  private ahead = 0;

  now(): Date {
    return new Date(super.now().getTime() + this.ahead);
  }

  leap(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}
