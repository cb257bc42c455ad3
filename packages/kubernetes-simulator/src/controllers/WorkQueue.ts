import { ForwardedError } from '@backstage/errors';
import type { Clock } from '../clock';

const RETRY = 1_000;

interface Pending {
  at: number;
  cancel: () => void;
}

/**
 * Runs work by key: each key at most once at a time, the earliest wish wins. Controllers work only from here, never
 * within a change of the store, so that each of them sees the store at rest.
 */
export class WorkQueue {
  private readonly pending = new Map<string, Pending>();
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly work: (key: string) => void,
  ) {}

  add(key: string, delay = 0): void {
    if (this.stopped) return;
    const at = this.clock.now().getTime() + delay;
    const present = this.pending.get(key);
    if (present && present.at <= at) return;
    present?.cancel();
    const cancel = this.clock.after(delay, () => {
      this.pending.delete(key);
      this.run(key);
    });
    this.pending.set(key, { at, cancel });
  }

  /** A mistake in one object's work must not end the process, nor that object's work for good. */
  private run(key: string): void {
    try {
      this.work(key);
    } catch (error) {
      process.emitWarning(new ForwardedError(`Work on ${key} failed`, error));
      this.add(key, RETRY);
    }
  }

  stop(): void {
    this.stopped = true;
    for (const { cancel } of this.pending.values()) cancel();
    this.pending.clear();
  }
}
