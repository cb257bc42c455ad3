import { EventRecord } from '../kubernetes';

/** Enough for a storm between two writes; what is more is read again from Kubernetes. */
const CAPACITY = 2_000;

/** An event that waits to be stored, with its compute cluster if that was known when it came. */
export interface PendingEvent {
  event: EventRecord;
  clusterId?: string;
}

/** Events between two writes: the latest of each, so that one that repeats is written once. */
export class EventBuffer {
  static create(options: { capacity?: number }): EventBuffer {
    return new EventBuffer(options.capacity ?? CAPACITY);
  }

  private pending = new Map<string, PendingEvent>();

  private constructor(private readonly capacity: number) {}

  get size(): number {
    return this.pending.size;
  }

  /** @returns false if there was no room */
  put(pending: PendingEvent): boolean {
    const { uid } = pending.event;
    if (this.pending.size >= this.capacity && !this.pending.has(uid)) {
      return false;
    }
    this.pending.set(uid, pending);
    return true;
  }

  /** Empties it. */
  take(): PendingEvent[] {
    const taken = [...this.pending.values()];
    this.pending = new Map();
    return taken;
  }
}
