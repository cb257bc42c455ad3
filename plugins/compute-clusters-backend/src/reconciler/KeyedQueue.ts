import { Clock } from '../clock';
import { Backoff } from './Backoff';
import { Lane, Lanes } from './Lanes';

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
  /** Calls `looked` when it has taken note of all that was noticed of the key up to that moment. */
  work: (key: string, looked: () => void) => Promise<WorkResult>;
  /** Told of each failure; the key is tried again by itself. */
  onError: (key: string, error: unknown, retryAfter: number) => void;
  /** 0 to 1; for tests. */
  random?: () => number;
}

/**
 * While the queue is busy, what is noticed of one key is gathered for so long: a new pod is placed, pulled and started
 * in a few steps, and one look sees them all.
 */
const GATHER_MILLISECONDS = 20;

/** The queue is busy when other keys have this part of the workers, or wait for them. */
const BUSY_SHARE = 0.25;

/**
 * Keys that need work. Each key is in one of these states:
 *
 * - idle: nothing to do, perhaps with a timer that will add it
 * - waiting: in line for a worker; adding it again changes nothing, but that who asks goes before who noticed
 * - working: one worker has it
 * - working and dirty: it was added while working, and goes back in line when the worker is done
 *
 * So a key never has two workers, additions coalesce, and the last one always leads to work that began after it; what
 * was only noticed, to work that looked after it. What is noticed of a key while the queue is busy waits
 * 20 ms for more, but never while the queue is at rest. No key waits for ever, see {@link Lanes}.
 * Failed work is repeated with back-off, without end. Nothing is worked on before `start` or after `stop`.
 */
export class KeyedQueue {
  static create(options: KeyedQueueOptions): KeyedQueue {
    return new KeyedQueue(
      options,
      Backoff.create({ random: options.random ?? Math.random }),
    );
  }

  private readonly waiting = Lanes.create();
  private readonly working = new Map<string, Promise<void>>();
  private readonly dirty = new Map<string, Lane>();
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

  /** Somebody asked for work on this key: it begins as soon as a worker is free, also while the key backs off. */
  add(key: string): void {
    this.enter(key, 'asked');
  }

  /** Something of this key was noticed: it is worked on after what was asked for, also while it backs off. */
  notice(key: string): void {
    if (this.working.has(key) || !this.running || !this.isBusy()) {
      this.enter(key, 'noticed');
    } else {
      this.setTimer(key, GATHER_MILLISECONDS, false);
    }
  }

  /** What made a key fail may be over: it is worked on as if noticed, and its failures are forgotten. */
  retry(key: string): void {
    this.backoff.reset(key);
    this.notice(key);
  }

  /** As {@link KeyedQueue.notice}, but lets the key wait out its back-off. */
  nudge(key: string): void {
    if (!this.timers.get(key)?.failed) {
      this.notice(key);
    }
  }

  /** Wants work on this key in a while; of several such wishes the earliest counts. */
  addAfter(key: string, milliseconds: number): void {
    this.setTimer(key, milliseconds, false);
  }

  private enter(key: string, lane: Lane): void {
    this.cancelTimer(key);
    if (!this.working.has(key)) {
      this.waiting.put(key, lane);
      this.dispatch();
    } else if (this.dirty.get(key) !== 'asked') {
      this.dirty.set(key, lane);
    }
  }

  private looked(key: string): void {
    if (this.dirty.get(key) === 'noticed') {
      this.dirty.delete(key);
    }
  }

  private isBusy(): boolean {
    return this.depth >= this.options.concurrency * BUSY_SHARE;
  }

  private setTimer(key: string, milliseconds: number, failed: boolean): void {
    const { clock } = this.options;
    const at = clock.now().getTime() + milliseconds;
    const timer = this.timers.get(key);
    if (this.waiting.has(key) || (timer && timer.at <= at)) {
      return;
    }
    timer?.cancel();
    const cancel = clock.after(milliseconds, () => this.enter(key, 'noticed'));
    this.timers.set(key, { at, cancel, failed });
  }

  private cancelTimer(key: string): void {
    this.timers.get(key)?.cancel();
    this.timers.delete(key);
  }

  private dispatch(): void {
    while (this.running && this.working.size < this.options.concurrency) {
      const key = this.waiting.take();
      if (key === undefined) {
        return;
      }
      // Deferred, so that the key counts as being worked on before its work can add it.
      const work = Promise.resolve().then(() => this.workOn(key));
      this.working.set(key, work);
    }
  }

  private async workOn(key: string): Promise<void> {
    const next = await this.attempt(key);
    this.working.delete(key);
    const lane = this.dirty.get(key);
    this.dirty.delete(key);
    if (lane === 'asked') {
      this.add(key);
    } else if (lane === 'noticed') {
      this.notice(key);
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
      const { requeueAfter } = await work(key, () => this.looked(key));
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
