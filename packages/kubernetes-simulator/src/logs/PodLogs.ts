/** One line of a pod's log. */
export interface LogLine {
  /** Milliseconds since the epoch. */
  at: number;
  text: string;
}

type Listener = (line: LogLine) => void;

/** A log keeps no more lines than this. */
const CAPACITY = 2000;

/** What containers have written, by the pod's uid. */
export class PodLogs {
  private readonly lines = new Map<string, LogLine[]>();
  private readonly listeners = new Map<string, Set<Listener>>();

  of(uid: string): readonly LogLine[] {
    return this.lines.get(uid) ?? [];
  }

  append(uid: string, at: Date, text: string): void {
    const line = { at: at.getTime(), text };
    const lines = this.lines.get(uid) ?? [];
    lines.push(line);
    if (lines.length > CAPACITY) lines.shift();
    this.lines.set(uid, lines);
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
  entries(): Array<[string, LogLine[]]> {
    return [...this.lines];
  }

  restore(entries: Array<[string, LogLine[]]>): void {
    for (const [uid, lines] of entries) this.lines.set(uid, lines);
  }
}
