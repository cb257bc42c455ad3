import { Clock } from '../clock';
import { Backoff } from './Backoff';

/** What a key's work says about its next time; nothing means that the next `add` will tell. */
export interface WorkResult {
  /** Milliseconds. */
  requeueAfter?: number;
}

interface Timer {
  at: number;
  /** It waits because its work failed. */
  failed: boolean;
  cancel(): void;
}

export interface KeyedQueueOptions {
  clock: Clock;
  /** How many keys are worked on at once. */
  concurrency: number;
  work: (key: string) => Promise<WorkResult>;
  /** Told of each failure; the key is tried again by itself. */
  onError: (key: string, error: unknown, retryAfter: number) => void;
  /** 0 to 1; for tests. */
  random?: () => number;
}

/**
 * Keys that need work. Each key is in one of these states:
 *
 * - idle: nothing to do, perhaps with a timer that will add it
 * - waiting: in line for a worker; adding it again changes nothing
 * - working: one worker has it
 * - working and dirty: it was added while working, and goes back in line when the worker is done
 *
 * So a key never has two workers, additions coalesce, and the last one always leads to work that began after it.
 * Failed work is repeated with back-off, without end. Nothing is worked on before `start` or after `stop`.
 */
export class KeyedQueue {
  static create(options: KeyedQueueOptions): KeyedQueue {
    return new KeyedQueue(
      options,
      Backoff.create({ random: options.random ?? Math.random }),
    );
  }

  private readonly waiting = new Set<string>();
  private readonly working = new Map<string, Promise<void>>();
  private readonly dirty = new Set<string>();
  private readonly timers = new Map<string, Timer>();
  private running = false;

  private constructor(
    private readonly options: KeyedQueueOptions,
    private readonly backoff: Backoff,
  ) {}

  /** Keys in line and at work. */
  get depth(): number {
    return this.waiting.size + this.working.size;
  }

  start(): void {
    this.running = true;
    this.dispatch();
  }

  /** Begins nothing more and resolves when the work under way is done. */
  async stop(): Promise<void> {
    this.running = false;
    this.timers.forEach(({ cancel }) => cancel());
    this.timers.clear();
    await Promise.all(this.working.values());
  }

  /** Wants work on this key as soon as a worker is free, also while it backs off. */
  add(key: string): void {
    this.cancelTimer(key);
    if (this.working.has(key)) {
      this.dirty.add(key);
      return;
    }
    this.waiting.add(key);
    this.dispatch();
  }

  /** Wants work on this key, but lets it wait out its back-off. */
  nudge(key: string): void {
    if (!this.timers.get(key)?.failed) {
      this.add(key);
    }
  }

  /** Wants work on this key in a while; of several such wishes the earliest counts. */
  addAfter(key: string, milliseconds: number): void {
    this.setTimer(key, milliseconds, false);
  }

  private setTimer(key: string, milliseconds: number, failed: boolean): void {
    const { clock } = this.options;
    const at = clock.now().getTime() + milliseconds;
    const timer = this.timers.get(key);
    if (this.waiting.has(key) || (timer && timer.at <= at)) {
      return;
    }
    timer?.cancel();
    const cancel = clock.after(milliseconds, () => this.add(key));
    this.timers.set(key, { at, cancel, failed });
  }

  private cancelTimer(key: string): void {
    this.timers.get(key)?.cancel();
    this.timers.delete(key);
  }

  private dispatch(): void {
    for (const key of this.waiting) {
      if (!this.running || this.working.size >= this.options.concurrency) {
        return;
      }
      this.waiting.delete(key);
      // Deferred, so that the key counts as being worked on before its work can add it.
      const work = Promise.resolve().then(() => this.workOn(key));
      this.working.set(key, work);
    }
  }

  private async workOn(key: string): Promise<void> {
    const next = await this.attempt(key);
    this.working.delete(key);
    if (this.dirty.delete(key)) {
      this.waiting.add(key);
    } else if (next && this.running) {
      this.setTimer(key, next.after, next.failed);
    }
    this.dispatch();
  }

  private async attempt(
    key: string,
  ): Promise<{ after: number; failed: boolean } | undefined> {
    const { work, onError } = this.options;
    try {
      const { requeueAfter } = await work(key);
      this.backoff.reset(key);
      return requeueAfter === undefined
        ? undefined
        : { after: requeueAfter, failed: false };
    } catch (error) {
      const after = this.backoff.next(key);
      onError(key, error, after);
      return { after, failed: true };
    }
  }
}
