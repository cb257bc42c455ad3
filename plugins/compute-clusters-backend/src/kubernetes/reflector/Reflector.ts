import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, pause } from '../../clock';
import { KubernetesError } from '../KubernetesError';
import { KubernetesHttp } from '../KubernetesHttp';
import { unreachable } from '../toKubernetesError';
import { backoff } from './backoff';
import { listPages } from './listPages';
import { METADATA_HEADERS } from './metadataHeaders';
import { RecordCache, WatchedRecord } from './RecordCache';
import { watchOnce } from './watchOnce';
import { WireMetadata, WireObject, WireWatchEvent } from './wire';

/** A watch that ends sooner than this, however politely, is not repeated at once. */
const SHORT_WATCH = 1_000;

/** After an attempt that lasted this long the count of failures begins anew. */
const LONG_WATCH = 5_000;

const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

/** What a reflector knows when it ends. */
export interface Legacy<T> {
  records: T[];
  /** Until then no change in a namespace was missed. */
  followedUntil(namespace: string): Date;
}

/** What a reflector reflects, and where to. */
export interface ReflectorOptions<
  W extends WireObject,
  T extends WatchedRecord,
> {
  http: KubernetesHttp;
  clock: Clock;
  logger: LoggerService;
  /** For jitter. */
  random: () => number;
  path: string;
  selector: Record<string, string>;
  /** Asks for metadata alone: nothing of what is in an object is sent. */
  metadataOnly?: true;
  /** Where it is forbidden, this many milliseconds between attempts; as after other failures without. */
  forbiddenPause?: number;
  /** What another reflector has told of this collection: the first list deletes what it does not hold. */
  legacy?: Legacy<T>;
  /** Undefined for what is not to be kept. */
  trim(object: W): T | undefined;
  onUpsert(record: T): void;
  /** Gets the last that is known of it, and until when it was certainly there. */
  onDelete(record: T, seenAt: Date): void;
  /** An attempt failed; there will be another one. */
  onError?(error: KubernetesError): void;
}

/**
 * Keeps trimmed copies of a collection, by a watch that begins with all there is. It goes on for ever: each end of a
 * watch, polite or not, leads to the next one, from where the last one stood if the server still knows that place.
 *
 *     first, Gone, silent, away ──> watch with initial events ──> follow ──> ended ──> watch from the last version ──┐
 *                                   (pages, where the server                 ^                                       │
 *                                    does not know that)                     └───────────────────────────────────────┘
 */
export class Reflector<W extends WireObject, T extends WatchedRecord> {
  static create<W extends WireObject, T extends WatchedRecord>(
    options: ReflectorOptions<W, T>,
  ): Reflector<W, T> {
    return new Reflector(options);
  }

  private readonly cache: RecordCache<T>;
  private readonly controller = new AbortController();
  private readonly firstList: Promise<void>;
  private resolveFirstList: () => void = () => {};
  private running: Promise<void> | undefined;

  /** Where the next watch begins; undefined: with everything. */
  private resourceVersion: string | undefined;
  private listed = false;
  private knowsInitialEvents = true;
  private failures = 0;
  private watchCount = 0;
  private lastAnswer: Date | undefined;
  /** Until then no change was missed; undefined before the first list. */
  private lastFollowed: Date | undefined;
  private lastError: KubernetesError | undefined;

  private constructor(private readonly options: ReflectorOptions<W, T>) {
    this.cache = new RecordCache(options, options.legacy?.records);
    this.firstList = new Promise(resolve => {
      this.resolveFirstList = resolve;
    });
  }

  /** Begins; resolves once the first list is complete, or the reflector was stopped. */
  start(): Promise<void> {
    this.running ??= this.run();
    return this.firstList;
  }

  async stop(): Promise<void> {
    this.controller.abort(new Error('stopped'));
    await this.running;
  }

  /** Ends, for others who go on in these namespaces; nobody will see what is elsewhere, so that it counts as deleted. */
  handOver(namespaces: string[]): Legacy<T> {
    void this.stop();
    const { cache } = this;
    cache
      .all()
      .filter(({ namespace }) => !namespaces.includes(namespace))
      .forEach(record => cache.delete(record.uid, this.seenAt(record)));
    return {
      records: cache.all(),
      followedUntil: namespace => this.seenAt({ namespace }),
    };
  }

  synced(): boolean {
    return this.listed;
  }

  answeredAt(): Date | undefined {
    return this.lastAnswer;
  }

  /** Why the last attempt failed; undefined while it goes well. */
  error(): KubernetesError | undefined {
    return this.lastError;
  }

  /** How many watches there were after the first. */
  rewatches(): number {
    return Math.max(this.watchCount - 1, 0);
  }

  private get stopped(): boolean {
    return this.controller.signal.aborted;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const began = this.options.clock.now().getTime();
      await this.attempt();
      const lived = this.options.clock.now().getTime() - began;
      await this.pause(lived);
    }
    this.resolveFirstList();
  }

  private async attempt(): Promise<void> {
    try {
      await (this.resourceVersion === undefined ? this.relist() : this.watch());
    } catch (error) {
      if (!this.stopped) {
        this.failed(
          error instanceof KubernetesError ? error : unreachable(error),
        );
      }
    }
  }

  private async relist(): Promise<void> {
    if (this.knowsInitialEvents) {
      this.cache.beginList();
      await this.watch({
        sendInitialEvents: 'true',
        resourceVersionMatch: 'NotOlderThan',
      });
      return;
    }
    const { http, path, selector, metadataOnly } = this.options;
    const headers = metadataOnly && METADATA_HEADERS.list;
    this.cache.beginList();
    this.resourceVersion = await listPages<W>(
      { http, path, selector, headers },
      object => {
        if (!this.stopped) {
          this.cache.upsert(this.options.trim(object));
        }
      },
    );
    if (this.stopped) {
      return;
    }
    this.answered();
    this.endList();
    await this.watch();
  }

  private async watch(initial?: Record<string, string>): Promise<void> {
    const { http, clock, path, selector, metadataOnly } = this.options;
    this.watchCount += 1;
    await watchOnce<W>({
      http,
      clock,
      path,
      query: {
        ...selector,
        ...(initial ?? { resourceVersion: this.resourceVersion ?? '' }),
      },
      headers: metadataOnly && METADATA_HEADERS.one,
      signal: this.controller.signal,
      onAnswer: () => this.answered(),
      onEvent: event => this.handle(event),
    });
  }

  private handle({ type, object }: WireWatchEvent<W>): void {
    if (this.stopped) {
      // others may go on from where this ended
      return;
    }
    const { metadata } = object;
    if (type === 'BOOKMARK') {
      this.handleBookmark(metadata);
    } else if (type === 'DELETED') {
      this.cache.delete(
        metadata.uid ?? '',
        this.options.clock.now(),
        this.options.trim(object),
      );
    } else {
      this.cache.upsert(this.options.trim(object));
    }
    // while the initial events arrive, there is no place to go on from
    if (this.resourceVersion !== undefined) {
      this.resourceVersion = metadata.resourceVersion;
      this.lastFollowed = this.options.clock.now();
    }
  }

  private handleBookmark({ annotations, resourceVersion }: WireMetadata): void {
    if (annotations?.[INITIAL_EVENTS_END] === 'true') {
      this.resourceVersion = resourceVersion;
      this.endList();
    } else if (this.resourceVersion === undefined) {
      throw new KubernetesError(
        'Invalid',
        'The server ignored sendInitialEvents',
      );
    }
  }

  private endList(): void {
    this.cache.endList(record => this.seenAt(record));
    this.lastFollowed = this.options.clock.now();
    this.listed = true;
    this.resolveFirstList();
  }

  /** Until when what was in a namespace was certainly there. */
  private seenAt({ namespace }: Pick<T, 'namespace'>): Date {
    return (
      this.lastFollowed ??
      this.options.legacy?.followedUntil(namespace) ??
      new Date(0)
    );
  }

  private answered(): void {
    this.lastAnswer = this.options.clock.now();
    this.lastError = undefined;
  }

  private failed(error: KubernetesError): void {
    const { logger, path } = this.options;
    this.lastError = error;
    if (error.code === 'Invalid' && this.resourceVersion === undefined) {
      // the server is older than 1.32
      this.knowsInitialEvents = false;
    }
    // after Gone, silence or an absence the last place may be lost, or another server's
    this.resourceVersion = undefined;
    logger.debug(`Watch of ${path} failed: ${error.message}`);
    this.options.onError?.(error);
  }

  private async pause(lived: number): Promise<void> {
    if (this.stopped || (!this.lastError && lived >= SHORT_WATCH)) {
      return;
    }
    this.failures = lived >= LONG_WATCH ? 1 : this.failures + 1;
    const { clock, random, forbiddenPause } = this.options;
    const forbidden = this.lastError?.code === 'Forbidden';
    const wait =
      (forbidden ? forbiddenPause : undefined) ??
      backoff(this.failures, random);
    await pause(clock, wait, this.controller.signal);
  }
}
