import { ClusterChangedEvent } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** How long changes are gathered, and how long one waits before it tries again. */
export interface ChangeBatchTimes {
  /** Milliseconds. */
  windowMs: number;
  /** Changes of so many clusters in one window are a storm, and are handed on when it has calmed down. */
  stormSize: number;
  /** A storm has calmed down when fewer clusters changed in so many milliseconds. */
  stormWindowMs: number;
  /** So many of these windows a storm is waited for at most. */
  stormWindows: number;
  firstRetryMs: number;
  lastRetryMs: number;
}

/**
 * Gathers changes for a moment and hands them on together, the newest of each cluster: a delta of many entities costs the
 * catalog little more than a delta of one. A storm of changes is gathered until it calms down, since the catalog's work
 * on each entity would slow down the starts that cause it. What could not be handed on comes again, later each time.
 */
export class ChangeBatch {
  private changes = new Map<string, ClusterChangedEvent>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private closed = false;
  /** Ids of the clusters that changed in the present window. */
  private readonly changed = new Set<string>();
  /** Windows that were prolonged, one after the other. */
  private prolonged = 0;

  private constructor(
    private readonly times: ChangeBatchTimes,
    private readonly handle: (changes: ClusterChangedEvent[]) => Promise<void>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  static create(options: {
    times: ChangeBatchTimes;
    /** Called with one batch after the other, never with two at once. */
    handle: (changes: ClusterChangedEvent[]) => Promise<void>;
    onFailure: (error: unknown) => void;
  }): ChangeBatch {
    return new ChangeBatch(options.times, options.handle, options.onFailure);
  }

  add(change: ClusterChangedEvent): void {
    // Deleted and set again, so that the batch is in the order of the newest changes.
    this.changes.delete(change.clusterId);
    this.changes.set(change.clusterId, change);
    if (!this.timer) {
      this.changed.clear();
      this.openWindow();
    }
    this.changed.add(change.clusterId);
  }

  /** Counts a change that is not handed on: clusters that are starting are part of the storm of those being created. */
  notice(clusterId: string): void {
    this.changed.add(clusterId);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private openWindow(): void {
    if (!this.closed) {
      this.timer = setTimeout(() => this.endWindow(), this.windowLength());
    }
  }

  private windowLength(): number {
    const { windowMs, stormWindowMs, firstRetryMs, lastRetryMs } = this.times;
    if (this.failures > 0) {
      return Math.min(firstRetryMs * 2 ** (this.failures - 1), lastRetryMs);
    }
    return this.prolonged > 0 ? stormWindowMs : windowMs;
  }

  private endWindow(): void {
    const { stormSize, stormWindows } = this.times;
    const isStorm = this.changed.size >= stormSize;
    if (isStorm && this.prolonged < stormWindows) {
      this.prolonged += 1;
      this.changed.clear();
      this.openWindow();
      return;
    }
    this.prolonged = 0;
    this.flush();
  }

  private async flush(): Promise<void> {
    const batch = this.changes;
    this.changes = new Map();
    // What changes meanwhile counts for the next window: handing on takes long in a storm.
    this.changed.clear();
    try {
      await this.handle([...batch.values()]);
      this.failures = 0;
    } catch (error) {
      this.onFailure(error);
      this.failures += 1;
      // What came in the meantime is newer.
      this.changes = new Map([...batch, ...this.changes]);
    } finally {
      this.timer = undefined;
    }
    if (this.changes.size > 0) {
      this.openWindow();
    }
  }
}
