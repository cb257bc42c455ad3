import { toError } from '@backstage/errors';
import type { ComputeClustersApi } from '../../../../api/ComputeClustersApi';
import { LOG_LINES, LogBuffer } from './LogBuffer';
import { readLog } from './readLog';

/** How often a page shows what has come, in milliseconds: each line by itself would be slow. */
const SHOW_MS = 250;

/** How soon a log that ended, broke off or has not begun is asked for again, in milliseconds. */
const AGAIN_MS = 3_000;

/** How long a log that is read again may lag behind what is shown, in milliseconds: it may have begun anew. */
const BEHIND_MS = 10_000;

/** How long a log is followed on while nobody looks, in milliseconds: a tab that is left is often opened again. */
const KEPT_MS = 60_000;

/** Which log, from when. */
export type WantedLog = {
  clusterId: string;
  pod: string;
  live: boolean;
  /** The last minutes; all without. */
  minutes: number | undefined;
};

/** A log as far as it has come. */
export type LogState = {
  text: string;
  cut: boolean;
  /** Nothing has been written yet. */
  waiting: boolean;
  loading: boolean;
  error: Error | undefined;
};

const BEGINNING: LogState = {
  text: '',
  cut: false,
  waiting: false,
  loading: true,
  error: undefined,
};

/** Follows the log of a pod while it is live, reads it once when it has ended; and goes on for a while unseen. */
export class LogReader {
  static create(api: ComputeClustersApi, wanted: WantedLog): LogReader {
    return new LogReader(api, wanted);
  }

  private current = BEGINNING;
  private keptMs = KEPT_MS;
  private readonly listeners = new Set<() => void>();
  private reading: AbortController | undefined;
  private shown: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private end: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    private readonly api: ComputeClustersApi,
    private readonly wanted: WantedLog,
  ) {}

  /** What there is now: the same object until something comes. */
  readonly state = (): LogState => this.current;

  /** Reads as long as somebody listens, and a while longer. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    clearTimeout(this.end);
    if (!this.reading) this.begin();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.endLater();
    };
  };

  /** Lets go of the log as soon as nobody listens: another one has taken its place. */
  release(): void {
    this.keptMs = 0;
    if (this.listeners.size === 0) this.endLater();
  }

  /** Asks for the log once more; what is shown stays until it has come again. */
  readonly retry = (): void => {
    this.stop();
    this.reading = new AbortController();
    const { text } = this.current;
    this.set({ ...this.current, error: undefined, loading: text === '' });
    this.read(this.reading.signal);
  };

  private begin() {
    const reading = new AbortController();
    this.reading = reading;
    this.set(BEGINNING);
    this.read(reading.signal);
  }

  private endLater() {
    clearTimeout(this.end);
    this.end = setTimeout(() => {
      this.stop();
      this.current = BEGINNING;
    }, this.keptMs);
  }

  private stop() {
    this.reading?.abort();
    this.reading = undefined;
    clearTimeout(this.shown);
    this.shown = undefined;
    clearTimeout(this.again);
  }

  private async read(signal: AbortSignal) {
    // What is read again begins anew: a stream does not tell where it broke off.
    const buffer = LogBuffer.create();
    const before = this.current.text.length;
    let behind = before > 0;
    const show = () => {
      this.shown = undefined;
      behind = false;
      const { text, cut } = buffer;
      this.set({ ...BEGINNING, text, cut, loading: false });
    };
    const outcome = await this.readOnce(signal, part => {
      buffer.append(part);
      // Less than is shown would throw the reader to its end.
      if (behind && buffer.text.length >= before) {
        behind = false;
        clearTimeout(this.shown);
        this.shown = undefined;
      }
      this.shown ??= setTimeout(show, behind ? BEHIND_MS : SHOW_MS);
    });
    if (signal.aborted) return;
    clearTimeout(this.shown);
    this.shown = undefined;
    if (outcome === 'read') show();
    else this.set({ ...this.current, ...outcome, loading: false });
    if (this.wanted.live) {
      this.again = setTimeout(() => this.read(signal), AGAIN_MS);
    } else if (outcome !== 'read') {
      // Whoever opens it again asks again.
      this.reading = undefined;
    }
  }

  private async readOnce(
    signal: AbortSignal,
    onPart: (part: string) => void,
  ): Promise<'read' | Partial<LogState>> {
    const { live, ...which } = this.wanted;
    const request = { ...which, follow: live, tail: LOG_LINES };
    try {
      const begun = await readLog(this.api, request, { signal, onPart });
      return begun ? 'read' : { ...BEGINNING, waiting: true };
    } catch (error) {
      return { error: toError(error) };
    }
  }

  private set(state: LogState) {
    this.current = state;
    this.listeners.forEach(listener => listener());
  }
}
