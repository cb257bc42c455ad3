import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { LogArchiveStore, NewLogArchive } from '../database';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** Packed. While the database takes nothing for long, the oldest logs are given up. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;

export interface ArchiveWriterOptions {
  store: Pick<LogArchiveStore, 'save'>;
  clock: Clock;
  logger: LoggerService;
  /** Told of each log that is saved. Must not throw. */
  onSaved?: (archive: NewLogArchive) => void;
}

/**
 * Saves logs one after the other. What the database refuses, as when its disk is full, waits in memory and is tried
 * again, after 1 s at first and after 60 s at last; nobody waits for it.
 */
export class ArchiveWriter {
  static create(options: ArchiveWriterOptions): ArchiveWriter {
    return new ArchiveWriter(options);
  }

  private waiting: NewLogArchive[] = [];
  private writing: Promise<void> | undefined;
  private wait = FIRST_WAIT;
  private cancelRetry: (() => void) | undefined;

  private constructor(private readonly options: ArchiveWriterOptions) {}

  /** How many logs are not saved yet. */
  get pending(): number {
    return this.waiting.length;
  }

  /** Saves a log soon. */
  add(archive: NewLogArchive): void {
    this.waiting.push(archive);
    this.dropSurplus();
    if (!this.cancelRetry) {
      this.write();
    }
  }

  /** Resolves when all is saved, or cannot be saved now: that goes on later, if the process does. */
  async flush(): Promise<void> {
    this.write();
    await this.writing;
  }

  private write(): void {
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined;
    });
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const [next] = this.waiting;
      try {
        await this.options.store.save(next);
        this.waiting = this.waiting.filter(archive => archive !== next);
        this.wait = FIRST_WAIT;
        this.options.onSaved?.(next);
      } catch (error) {
        // last in line: what is refused for itself must not hold up the others
        this.waiting = [
          ...this.waiting.filter(archive => archive !== next),
          next,
        ];
        this.retryLater(error);
        return;
      }
    }
  }

  private retryLater(error: unknown): void {
    const { clock, logger } = this.options;
    logger.warn(
      `Could not save a log; ${this.pending} wait for another attempt in ${
        this.wait / 1000
      } s: ${error}`,
    );
    this.cancelRetry = clock.after(this.wait, () => this.write());
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  private dropSurplus(): void {
    let kept = 0;
    let bytes = 0;
    for (const { content } of [...this.waiting].reverse()) {
      bytes += content.length;
      if (bytes > MOST_WAITING_BYTES) {
        break;
      }
      kept += 1;
    }
    const surplus = this.waiting.length - kept;
    if (surplus > 0) {
      this.waiting = this.waiting.slice(surplus);
      this.options.logger.error(
        `${surplus} logs are lost: the database has taken none for too long`,
      );
    }
  }
}
