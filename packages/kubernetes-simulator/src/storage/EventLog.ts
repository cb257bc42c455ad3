import { expired } from '../status/errors';
import type { StoreEvent } from './StoreEvent';

/** How many changes a watch may lag behind. */
const CAPACITY = 20_000;

/** Remembers the latest changes, so that a watch can go on where an earlier one ended. */
export class EventLog {
  private events: StoreEvent[] = [];

  /** @param oldest - changes up to this revision are forgotten */
  constructor(private oldest: number) {}

  append(event: StoreEvent): void {
    this.events.push(event);
    if (this.events.length > CAPACITY * 2) {
      this.forgetUntil(this.events[CAPACITY].revision);
    }
  }

  forgetUntil(revision: number): void {
    this.oldest = Math.max(this.oldest, revision);
    this.events = this.events.filter(event => event.revision > revision);
  }

  /** @throws StatusError 410 if that is too long ago */
  assertKnown(revision: number): void {
    if (revision < this.oldest) {
      throw expired(`too old resource version: ${revision} (${this.oldest})`);
    }
  }

  /** @throws StatusError 410 if that is too long ago */
  after(revision: number): StoreEvent[] {
    this.assertKnown(revision);
    return this.events.slice(this.firstAfter(revision));
  }

  private firstAfter(revision: number): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.events[middle].revision > revision) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
