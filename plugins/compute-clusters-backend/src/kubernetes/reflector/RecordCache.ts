import { LoggerService } from '@backstage/backend-plugin-api';

/** What a reflector keeps at least of each object. */
export interface WatchedRecord {
  uid: string;
  resourceVersion: string;
}

/** Who is told of changes. */
export interface RecordListener<T> {
  logger: LoggerService;
  onUpsert(record: T): void;
  onDelete(record: T): void;
}

/**
 * The records of one reflector by uid. While a list arrives it remembers what was in it; the end of the list deletes the
 * rest. Listeners are told of differences only, and what they throw ends here: it would end the watch.
 */
export class RecordCache<T extends WatchedRecord> {
  private readonly records = new Map<string, T>();
  private listed: Set<string> | undefined;

  constructor(private readonly listener: RecordListener<T>) {}

  beginList(): void {
    this.listed = new Set();
  }

  endList(): void {
    const { listed } = this;
    this.listed = undefined;
    if (listed) {
      [...this.records.keys()]
        .filter(uid => !listed.has(uid))
        .forEach(uid => this.delete(uid));
    }
  }

  upsert(record: T | undefined): void {
    if (!record) {
      return;
    }
    this.listed?.add(record.uid);
    const known = this.records.get(record.uid);
    if (known?.resourceVersion !== record.resourceVersion) {
      this.records.set(record.uid, record);
      this.tell(() => this.listener.onUpsert(record));
    }
  }

  delete(uid: string): void {
    const record = this.records.get(uid);
    if (record) {
      this.records.delete(uid);
      this.tell(() => this.listener.onDelete(record));
    }
  }

  private tell(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.listener.logger.error('A listener of Kubernetes changes threw', {
        error: String(error),
      });
    }
  }
}
