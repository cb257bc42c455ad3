import { Clock } from '../../clock';

/** A watch that has said nothing for this long is dead, even if its connection is not. */
const SILENCE = 50_000;

/** Aborts a watch that is silent. One timer serves many resets: a busy watch must not make thousands. */
export class SilenceTimer {
  private heardAt: number;
  private cancel: () => void;

  constructor(
    private readonly clock: Clock,
    private readonly controller: AbortController,
  ) {
    this.heardAt = clock.now().getTime();
    this.cancel = clock.after(SILENCE, () => this.check());
  }

  reset(): void {
    this.heardAt = this.clock.now().getTime();
  }

  stop(): void {
    this.cancel();
  }

  private check(): void {
    // What was heard in the future, by a clock that was set back since, is no sign of life either.
    const silent = Math.abs(this.clock.now().getTime() - this.heardAt);
    if (silent >= SILENCE) {
      this.controller.abort(new Error(`silent for ${SILENCE / 1000} s`));
    } else {
      this.cancel = this.clock.after(SILENCE - silent, () => this.check());
    }
  }
}
