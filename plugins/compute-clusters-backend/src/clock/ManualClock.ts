import { Clock } from './Clock';

interface Alarm {
  at: number;
  callback: () => void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  static create(options: { now?: Date } = {}): ManualClock {
    const now = options.now ?? new Date('2026-01-01T12:00:00Z');
    return new ManualClock(now.getTime());
  }

  private readonly alarms = new Set<Alarm>();

  private constructor(private time: number) {}

  now(): Date {
    return new Date(this.time);
  }

  after(milliseconds: number, callback: () => void): () => void {
    const alarm = { at: this.time + milliseconds, callback };
    this.alarms.add(alarm);
    return () => {
      this.alarms.delete(alarm);
    };
  }

  /** How many calls are outstanding. */
  get pending(): number {
    return this.alarms.size;
  }

  /** Moves on and makes every call that falls due, in order, those too that the calls ask for. */
  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (let alarm = this.nextUntil(end); alarm; alarm = this.nextUntil(end)) {
      this.time = Math.max(this.time, alarm.at);
      this.alarms.delete(alarm);
      alarm.callback();
    }
    this.time = end;
  }

  private nextUntil(end: number): Alarm | undefined {
    return [...this.alarms]
      .filter(({ at }) => at <= end)
      .sort((a, b) => a.at - b.at)[0];
  }
}
