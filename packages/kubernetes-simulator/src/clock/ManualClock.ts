import type { Clock } from './Clock';

interface Timer {
  at: number;
  callback: () => void;
}

/**
 * A clock that stands still until it is told to move. Work without delay runs soon by itself, so that a request's direct
 * consequences need no `advance`.
 *
 * @public
 */
export class ManualClock implements Clock {
  private time: number;
  private timers: Timer[] = [];
  private soon: Timer[] = [];
  private wakeUp: NodeJS.Immediate | undefined;

  constructor(start: Date = new Date('2030-01-01T00:00:00Z')) {
    this.time = start.getTime();
  }

  now(): Date {
    return new Date(this.time);
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.time + Math.max(0, milliseconds), callback };
    if (milliseconds > 0) {
      this.timers.push(timer);
    } else {
      this.soon.push(timer);
      this.wakeUp ??= setImmediate(() => this.runSoon());
    }
    return () => this.forget(timer);
  }

  /** Moves the time forward and runs, in order, everything that becomes due on the way. */
  advance(milliseconds: number): void {
    const target = this.time + milliseconds;
    this.runSoon();
    for (
      let timer = this.nextUntil(target);
      timer;
      timer = this.nextUntil(target)
    ) {
      this.time = Math.max(this.time, timer.at);
      this.forget(timer);
      timer.callback();
      this.runSoon();
    }
    this.time = target;
  }

  private nextUntil(target: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.timers) {
      if (timer.at <= target && (!next || timer.at < next.at)) next = timer;
    }
    return next;
  }

  private runSoon(): void {
    if (this.wakeUp) clearImmediate(this.wakeUp);
    this.wakeUp = undefined;
    for (let timer = this.soon.shift(); timer; timer = this.soon.shift()) {
      timer.callback();
    }
  }

  private forget(timer: Timer): void {
    this.timers = this.timers.filter(other => other !== timer);
    this.soon = this.soon.filter(other => other !== timer);
  }
}
