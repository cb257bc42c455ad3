import { LoggerService } from '@backstage/backend-plugin-api';

/** What a reflector keeps at least of each object. */
export interface WatchedRecord {
  uid: string;
  namespace: string;
  resourceVersion: string;
}

/** Who is told of changes. */
export interface RecordListener<T> {
  logger: LoggerService;
  onUpsert(record: T): void;
  /** Gets the last that is known of it, and until when it was certainly there. */
  onDelete(record: T, seenAt: Date): void;
}

/**
 * The records of one reflector by uid. While a list arrives it remembers what was in it; the end of the list deletes the
 * rest. Listeners are told of differences only, and what they throw ends here: it would end the watch.
 */
export class RecordCache<T extends WatchedRecord> {
  private readonly records: Map<string, T>;
  private listed: Set<string> | undefined;

  /** Of the `known` records the listener was told before. */
  constructor(private readonly listener: RecordListener<T>, known: T[] = []) {
    this.records = new Map(known.map(record => [record.uid, record]));
  }

  all(): T[] {
    return [...this.records.values()];
  }

  beginList(): void {
    this.listed = new Set();
  }

  /** Deletes what the list does not hold; `seenAt` tells until when it was certainly there. */
  endList(seenAt: (record: T) => Date): void {
    const { listed } = this;
    this.listed = undefined;
    if (listed) {
      this.all()
        .filter(({ uid }) => !listed.has(uid))
        .forEach(record => this.delete(record.uid, seenAt(record)));
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

  /** `last` is newer than what is kept, if it is given. */
  delete(uid: string, seenAt: Date, last?: T): void {
    const record = this.records.get(uid);
    if (record) {
      this.records.delete(uid);
      this.tell(() => this.listener.onDelete(last ?? record, seenAt));
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
