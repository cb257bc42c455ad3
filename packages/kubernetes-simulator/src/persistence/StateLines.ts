import type { LogLine, PodLogs } from '../logs/PodLogs';
import type { ObjectStore } from '../storage/ObjectStore';
import { serialize } from '../storage/serialize';
import type { StoreEvent } from '../storage/StoreEvent';
import { savedKey, STATE_VERSION } from './SavedState';

/** Writes the lines of a state file: a header, then what was put, removed and logged, one JSON object each. */
export class StateLines {
  private changes = new Map<string, string>();
  private logged: string[] = [];

  constructor(
    private readonly store: ObjectStore,
    private readonly logs: PodLogs,
    private readonly token: string,
  ) {}

  /** Notes a change; of several changes of one object only the last is kept. */
  note({ change, object }: StoreEvent): void {
    const key = savedKey(object);
    this.changes.set(
      key,
      change === 'DELETED'
        ? `{"remove":${JSON.stringify(key)}}`
        : `{"put":${serialize(object)}}`,
    );
  }

  noteLog(uid: string, { at, text }: LogLine): void {
    this.logged.push(JSON.stringify({ log: [uid, at, text] }));
  }

  /** What was noted since the last time, to be appended. */
  takeChanges(): string[] {
    const revision = `{"revision":${this.store.revision}}`;
    const lines = [...this.changes.values(), ...this.logged, revision];
    this.changes = new Map();
    this.logged = [];
    return lines;
  }

  /** Everything, for a new file. */
  takeAll(): string[] {
    this.takeChanges();
    const header = {
      version: STATE_VERSION,
      token: this.token,
      revision: this.store.revision,
    };
    const lines = [JSON.stringify(header)];
    for (const { object } of this.store.all()) {
      lines.push(`{"put":${serialize(object)}}`);
    }
    for (const [uid, log] of this.logs.entries()) {
      for (const { at, text } of log) {
        lines.push(JSON.stringify({ log: [uid, at, text] }));
      }
    }
    return lines;
  }
}
