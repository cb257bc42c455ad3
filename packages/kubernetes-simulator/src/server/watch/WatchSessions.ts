import type { ObjectStore } from '../../storage/ObjectStore';
import type { WatchSession } from './WatchSession';

/** All open watches. */
export class WatchSessions {
  private readonly sessions = new Set<WatchSession>();
  private freezeNew = false;

  private constructor() {}

  static create(store: ObjectStore): WatchSessions {
    const sessions = new WatchSessions();
    store.subscribe(event => {
      for (const session of sessions.sessions) session.deliver(event);
    });
    return sessions;
  }

  get count(): number {
    return this.sessions.size;
  }

  add(session: WatchSession): void {
    this.sessions.add(session);
    if (this.freezeNew) session.freeze();
  }

  remove(session: WatchSession): void {
    session.dispose();
    this.sessions.delete(session);
  }

  /** Silences all open watches for good, and new ones until {@link WatchSessions.thaw}. */
  freeze(options: { newOnesToo: boolean }): void {
    this.freezeNew = options.newOnesToo;
    for (const session of this.sessions) session.freeze();
  }

  thaw(): void {
    this.freezeNew = false;
  }
}
