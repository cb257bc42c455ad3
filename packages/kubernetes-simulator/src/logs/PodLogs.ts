/** One line of a pod's log. */
export interface LogLine {
  /** Milliseconds since the epoch. */
  at: number;
  text: string;
}

type Listener = (line: LogLine) => void;
type Recorder = (uid: string, line: LogLine) => void;

/** A log keeps no more lines than this. */
const CAPACITY = 2000;

/** What containers have written, by the pod's uid. */
export class PodLogs {
  private readonly lines = new Map<string, LogLine[]>();
  private readonly listeners = new Map<string, Set<Listener>>();

  private recorder: Recorder = () => {};

  /** Calls back with every line that is written. */
  record(recorder: Recorder): void {
    this.recorder = recorder;
  }

  of(uid: string): readonly LogLine[] {
    return this.lines.get(uid) ?? [];
  }

  append(uid: string, at: Date, text: string): void {
    const line = { at: at.getTime(), text };
    const lines = this.lines.get(uid) ?? [];
    lines.push(line);
    if (lines.length > CAPACITY) lines.shift();
    this.lines.set(uid, lines);
    this.recorder(uid, line);
    this.listeners.get(uid)?.forEach(listener => listener(line));
  }

  /** @returns a function that ends it */
  follow(uid: string, listener: Listener): () => void {
    const listeners = this.listeners.get(uid) ?? new Set<Listener>();
    listeners.add(listener);
    this.listeners.set(uid, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(uid);
    };
  }

  forget(uid: string): void {
    this.lines.delete(uid);
  }

  /** Everything, to be saved. */
  entries(): Iterable<[string, LogLine[]]> {
    return this.lines;
  }

  restore(entries: Iterable<[string, LogLine[]]>): void {
    for (const [uid, lines] of entries) this.lines.set(uid, lines);
  }
}
