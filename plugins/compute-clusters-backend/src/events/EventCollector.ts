import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, repeat } from '../clock';
import {
  KubernetesEventRecord,
  KubernetesEventStore,
  NewKubernetesEvent,
} from '../database';
import { EventRecord, KubernetesConnection, listEvents } from '../kubernetes';
import { LeasedWork } from '../leases';
import { EventBuffer, PendingEvent } from './EventBuffer';
import { EventOwners } from './EventOwners';

/** Events are written together, so often at most. */
const WRITE_MILLISECONDS = 500;

/**
 * After the work has begun: it takes Kubernetes and the portal a while to go through the events of thousands of pods, and
 * the reconciler needs both of them then.
 */
const FIRST_LIST_MILLISECONDS = 15_000;

/** After a failure of the database or of Kubernetes. */
const RETRY_MILLISECONDS = 5_000;

export interface EventCollectorOptions {
  connection: Pick<KubernetesConnection, 'name' | 'watcher' | 'http'>;
  store: KubernetesEventStore;
  /** Mapped on this Kubernetes cluster. */
  namespaces: string[];
  clock: Clock;
  logger: LoggerService;
  /** Events that are held between two writes, unless told. */
  capacity?: number;
  /** Milliseconds from the start until all events are read, unless told. */
  firstListAfter?: number;
}

/**
 * Stores Kubernetes' events about compute clusters. It hears of them from the watch that the reconciler has anyway, and
 * reads all of them once soon after it began, as after an outage or a takeover, and when more came than it could hold.
 */
export class EventCollector implements LeasedWork {
  static create(options: EventCollectorOptions): EventCollector {
    const owners = EventOwners.create({
      ...options,
      kubernetesCluster: options.connection.name,
      watcher: options.connection.watcher,
    });
    return new EventCollector(options, owners);
  }

  private readonly buffer: EventBuffer;
  private session: AbortController | undefined;
  private underWay: Promise<unknown> = Promise.resolve();
  /** When all events are to be read, in milliseconds since the epoch. */
  private listFrom: number | undefined;

  private constructor(
    private readonly options: EventCollectorOptions,
    private readonly owners: EventOwners,
  ) {
    this.buffer = EventBuffer.create(options);
    options.connection.watcher.onEvent(event => this.hear(event));
  }

  start(): void {
    const session = new AbortController();
    const { clock, logger, connection, firstListAfter } = this.options;
    this.session = session;
    this.listFrom =
      clock.now().getTime() + (firstListAfter ?? FIRST_LIST_MILLISECONDS);
    repeat({
      clock,
      signal: session.signal,
      task: () => this.turn(session.signal),
      retryAfter: RETRY_MILLISECONDS,
      onError: error =>
        logger.warn(
          `Events of Kubernetes cluster ${connection.name} are stored later: ${error}`,
        ),
    });
  }

  async stop(): Promise<void> {
    this.session?.abort(new Error('stopped'));
    this.session = undefined;
    await this.underWay;
    this.buffer.take();
  }

  /** Those who wait for the lease need keep nothing: they will list. */
  private hear(event: EventRecord): void {
    if (!this.session || this.mustList) {
      return;
    }
    const clusterId = this.owners.watched(event);
    if (clusterId !== undefined || this.owners.isCandidate(event)) {
      if (!this.buffer.put({ event, clusterId })) {
        this.listSoon();
      }
    }
  }

  private get mustList(): boolean {
    const { clock } = this.options;
    return (
      this.listFrom !== undefined && this.listFrom <= clock.now().getTime()
    );
  }

  /** With the next turn, unless that is planned for later anyway. */
  private listSoon(): void {
    this.listFrom ??= this.options.clock.now().getTime();
  }

  private async turn(signal: AbortSignal): Promise<number> {
    const work = this.write(signal);
    this.underWay = work.catch(() => undefined);
    await work;
    return WRITE_MILLISECONDS;
  }

  private async write(signal: AbortSignal): Promise<void> {
    if (this.buffer.size > 0) {
      await this.saveBuffer();
    }
    if (this.mustList) {
      await this.list(signal);
    }
  }

  private async saveBuffer(): Promise<void> {
    const pending = this.buffer.take();
    try {
      await this.save(pending);
    } catch (error) {
      // Kubernetes still has them.
      this.listSoon();
      throw error;
    }
  }

  private async list(signal: AbortSignal): Promise<void> {
    const { connection, namespaces } = this.options;
    // What is heard from now on may be missing on the pages read before.
    this.listFrom = undefined;
    try {
      await listEvents({
        http: connection.http,
        namespaces,
        signal,
        onPage: events => this.save(events.map(event => ({ event }))),
      });
    } catch (error) {
      this.listSoon();
      throw error;
    }
  }

  private async save(pending: PendingEvent[]): Promise<void> {
    const records: NewKubernetesEvent[] = [];
    for (const { event, clusterId } of pending) {
      const owner = clusterId ?? (await this.owners.find(event));
      if (owner !== undefined) {
        records.push({
          ...toRecord(event, owner),
          kubernetesCluster: this.options.connection.name,
          namespace: event.namespace,
        });
      }
    }
    if (records.length > 0) {
      await this.options.store.save(records);
    }
  }
}

function toRecord(
  event: EventRecord,
  clusterId: string,
): KubernetesEventRecord {
  const { uid, type, reason, message, count } = event;
  return {
    uid,
    clusterId,
    type,
    reason,
    message,
    object: `${event.kind}/${event.name}`,
    count,
    firstSeen: new Date(event.firstSeen),
    lastSeen: new Date(event.lastSeen),
  };
}
