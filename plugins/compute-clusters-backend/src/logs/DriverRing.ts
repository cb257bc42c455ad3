import pLimit from 'p-limit';
import { Clock, pause } from '../clock';
import { PodLogRequest, PodLogs } from '../kubernetes';
import { LogTail } from './LogTail';

/** A driver that ends sooner leaves its log to be read afterwards; and a burst of starts needs the time. */
const FIRST_WAIT = 30_000;

/** After a restart of the backend not all are followed at once. */
const SPREAD = 90_000;

/** After a log that broke off, or could not be opened. */
const SHORTEST_WAIT = 10_000;

/** A log that could not be opened so often in a row is none that can be followed. */
const ATTEMPTS = 4;

/** Lines that are read again when a log is opened again. */
const LINES = 1_000;

/**
 * Bytes that may come at once, and more in each second. Of a driver that writes more than that only the end is read,
 * again and again: to follow it would cost the backend a processor.
 */
const BURST = 4 * 1024 * 1024;
const PER_SECOND = 256 * 1024;

const RING = { maxBytes: 128 * 1024 };

/** Logs that are being opened at once. */
const OPENINGS = 8;

/** Opens a log when there is room. */
export type LimitOpenings = ReturnType<typeof limitOpenings>;

/** Keeps followed logs from being opened all at once. */
export function limitOpenings() {
  return pLimit(OPENINGS);
}

export interface DriverRingOptions {
  logs: Pick<PodLogs, 'open'>;
  pod: Pick<PodLogRequest, 'namespace' | 'pod' | 'container'>;
  clock: Clock;
  /** Spreads the beginnings after a restart; 0 to 1. */
  random: () => number;
  limit: LimitOpenings;
}

/**
 * Follows the log of one driver and keeps its end, some 20 KB in memory: all that is left when Kubernetes takes the log
 * away with the pod or its machine, before anybody can ask for it.
 */
export class DriverRing {
  static follow(options: DriverRingOptions): DriverRing {
    const ring = new DriverRing(options);
    ring.following = ring.follow();
    return ring;
  }

  private readonly controller = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private kept: LogTail | undefined;

  private constructor(private readonly options: DriverRingOptions) {}

  /** Resolves when the log is followed no more; never rejects. */
  get ended(): Promise<void> {
    return this.following;
  }

  /** What was written last; undefined if nothing was seen. */
  get tail(): LogTail | undefined {
    return this.kept;
  }

  /** Resolves when nothing is under way. What was kept stays. */
  async stop(): Promise<void> {
    this.controller.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { clock, random } = this.options;
    const { signal } = this.controller;
    await pause(clock, FIRST_WAIT + SPREAD * random(), signal);
    let failures = 0;
    while (!signal.aborted && failures < ATTEMPTS) {
      failures = (await this.followOnce()) ? 0 : failures + 1;
      await pause(clock, SHORTEST_WAIT * 2 ** failures, signal);
    }
  }

  /** @returns whether anything came */
  private async followOnce(): Promise<boolean> {
    const { clock } = this.options;
    const tail = LogTail.create(RING);
    // its own: a time-out of one attempt is not the end of all
    const attempt = new AbortController();
    const abort = () => attempt.abort();
    this.controller.signal.addEventListener('abort', abort);
    try {
      const since = clock.now().getTime();
      let read = 0;
      for await (const chunk of await this.open(attempt)) {
        await tail.append(chunk);
        this.kept = tail;
        read += chunk.length;
        const seconds = (clock.now().getTime() - since) / 1000;
        if (read > BURST + PER_SECOND * seconds) {
          break;
        }
      }
    } catch {
      // a log that breaks off is opened again; one that cannot be read is read at its end, if it can be then
    } finally {
      this.controller.signal.removeEventListener('abort', abort);
      attempt.abort();
    }
    return tail.bytes > 0;
  }

  private async open(attempt: AbortController): Promise<AsyncIterable<Buffer>> {
    const { logs, pod, limit } = this.options;
    return await limit(() =>
      logs.open(
        { ...pod, follow: true, timestamps: true, tail: LINES },
        attempt,
      ),
    );
  }
}
