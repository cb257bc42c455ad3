import type { ServerResponse } from 'node:http';
import type { Clock } from '../../clock';
import type { KubernetesObject } from '../../objects/KubernetesObject';
import type { ResourceType } from '../../resources/ResourceType';
import { apiVersionOf } from '../../resources/ResourceType';
import type { Selection } from '../../selectors/Selection';
import type { StatusError } from '../../status';
import { serialize, serializeMetadata } from '../../storage/serialize';
import type { StoreEvent } from '../../storage/StoreEvent';

/** As often as Kubernetes does it. */
const BOOKMARK_INTERVAL = 60_000;

/** What a watch is about. */
export interface WatchTarget {
  type: ResourceType;
  selection: Selection;
  bookmarks: boolean;
  metadataOnly: boolean;
}

/** One open watch. */
export class WatchSession {
  private frozen = false;
  private cancelBookmark: () => void = () => {};

  private constructor(
    private readonly response: ServerResponse,
    private readonly target: WatchTarget,
    private readonly clock: Clock,
    private readonly revision: () => number,
  ) {}

  static open(options: {
    response: ServerResponse;
    target: WatchTarget;
    clock: Clock;
    /** The store's present revision. */
    revision: () => number;
  }): WatchSession {
    const { response, target, clock, revision } = options;
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Transfer-Encoding': 'chunked',
    });
    response.flushHeaders();
    const session = new WatchSession(response, target, clock, revision);
    if (target.bookmarks) session.scheduleBookmark();
    return session;
  }

  /** From now on nothing is sent, and the connection stays open. */
  freeze(): void {
    this.frozen = true;
  }

  /** Tells of a change, if it is about what is watched: what leaves the selection is deleted for this watch. */
  deliver({ type, change, object, previous }: StoreEvent): void {
    const { target } = this;
    if (type !== target.type) return;
    const now = change !== 'DELETED' && target.selection.matches(object);
    const before = previous && target.selection.matches(previous);
    if (now) this.send(before ? 'MODIFIED' : 'ADDED', this.textOf(object));
    else if (before) this.send('DELETED', this.textOf(object));
  }

  sendInitial(objects: KubernetesObject[]): void {
    for (const object of objects) this.send('ADDED', this.textOf(object));
  }

  /** The mark after which a client knows everything that was there when it began. */
  sendInitialEventsEnd(): void {
    this.sendBookmark({ 'k8s.io/initial-events-end': 'true' });
  }

  sendError(error: StatusError): void {
    this.send('ERROR', JSON.stringify(error.toStatus()));
  }

  /** Ends the watch as a server does whose time is up. */
  end(): void {
    this.cancelBookmark();
    if (!this.frozen) this.response.end();
  }

  /** Forgets the watch; its connection is gone. */
  dispose(): void {
    this.cancelBookmark();
  }

  private textOf(object: KubernetesObject): string {
    return this.target.metadataOnly
      ? serializeMetadata(object)
      : serialize(object);
  }

  private scheduleBookmark(): void {
    this.cancelBookmark = this.clock.after(BOOKMARK_INTERVAL, () => {
      this.sendBookmark();
      this.scheduleBookmark();
    });
  }

  private sendBookmark(annotations?: Record<string, string>): void {
    const { type } = this.target;
    const metadata = {
      resourceVersion: String(this.revision()),
      ...(annotations ? { annotations } : {}),
    };
    this.send(
      'BOOKMARK',
      JSON.stringify({
        kind: type.kind,
        apiVersion: apiVersionOf(type),
        metadata,
      }),
    );
  }

  private send(type: string, object: string): void {
    if (this.frozen || this.response.destroyed) return;
    this.response.write(`{"type":"${type}","object":${object}}\n`);
  }
}
