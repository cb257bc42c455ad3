import { repeat } from '../clock';
import { StoredClusterState } from '../database';
import {
  isKubernetesError,
  isServerError,
} from '../kubernetes/isKubernetesError';
import { KeyedQueue, WorkResult } from './KeyedQueue';
import { ReconcilerOptions } from './ReconcilerOptions';
import { ReconcilerParts, reconcilerParts } from './reconcilerParts';

/** Clusters that are worked on at once. */
const CONCURRENCY = 20;

/** Every cluster is looked at again so often, whatever the watch said. */
const RESYNC_MILLISECONDS = 600_000;

/** A resync is spread over this time, so that it does not stand in the way of what people ask for. */
const RESYNC_SPREAD_MILLISECONDS = 60_000;

/** States of clusters on their way to another one. */
const SETTLING_STATES: StoredClusterState[] = [
  'STARTING',
  'STOPPING',
  'DELETING',
];

/** So often what belongs to no cluster is looked for. */
const SWEEP_MILLISECONDS = 30_000;

/**
 * So often clusters on their way are looked up in the store: another backend may have been asked. Those that this one
 * has looked at since the last time are left for the next.
 */
const SETTLING_MILLISECONDS = 5_000;

/**
 * Brings all compute clusters of one Kubernetes cluster to what their owners want. Level-triggered: whoever notices
 * anything names the cluster, and one pass over it sees to everything. Runs only between `start` and `stop`, and
 * begins when the watch has shown all that there is, since before that absence means nothing.
 */
export class Reconciler {
  static create(options: ReconcilerOptions): Reconciler {
    return new Reconciler(options, reconcilerParts(options));
  }

  private readonly queue: KeyedQueue;
  private session = new AbortController();
  private hasSynced = false;
  /** Clusters that were looked at since settling ones were looked up. */
  private lately = new Set<string>();

  private constructor(
    private readonly options: ReconcilerOptions,
    private readonly parts: ReconcilerParts,
  ) {
    this.queue = KeyedQueue.create({
      clock: options.clock,
      concurrency: CONCURRENCY,
      random: options.random,
      work: async (id, looked) => await this.work(id, looked),
      onError: (id, error, retryAfter) => this.report(id, error, retryAfter),
    });
    options.connection.watcher.onChange(id => this.queue.notice(id));
  }

  get name(): string {
    return this.options.connection.name;
  }

  /** Clusters in line and at work. */
  get queueDepth(): number {
    return this.queue.depth;
  }

  /** Somebody wants something of a cluster: looks at it as soon as possible; before `start`, and while the watch is not complete, that is later. */
  enqueue(id: string): void {
    this.queue.add(id);
  }

  /** Looks at every cluster soon, as after an outage: what failed meanwhile begins anew. */
  retryAll(): void {
    this.options.store.listIds(this.name).then(
      ids => ids.forEach(id => this.queue.retry(id)),
      error =>
        this.options.logger.warn(
          `Compute clusters of ${this.name} wait for their next turn: ${error}`,
        ),
    );
  }

  start(): void {
    this.session = new AbortController();
    this.hasSynced = false;
    this.run(this.session.signal);
  }

  /** Begins nothing more and resolves when the passes under way have ended. */
  async stop(): Promise<void> {
    this.session.abort();
    await this.queue.stop();
  }

  private async run(session: AbortSignal): Promise<void> {
    await this.options.connection.watcher.start();
    if (session.aborted) {
      return;
    }
    this.queue.start();
    this.repeat(session, () => this.resync());
    this.repeat(session, () => this.lookForSettling());
    this.repeat(session, () => this.sweep(session));
  }

  private repeat(signal: AbortSignal, task: () => Promise<number>): void {
    const { clock, logger } = this.options;
    repeat({
      clock,
      signal,
      task,
      retryAfter: SETTLING_MILLISECONDS,
      onError: error =>
        logger.warn(`Reconciler of ${this.name} tries again: ${error}`),
    });
  }

  private async resync(): Promise<number> {
    const ids = await this.options.store.listIds(this.name);
    for (const id of ids) {
      const wait = this.hasSynced
        ? this.random() * RESYNC_SPREAD_MILLISECONDS
        : 0;
      this.queue.addAfter(id, wait);
    }
    this.hasSynced = true;
    return RESYNC_MILLISECONDS * (0.9 + 0.2 * this.random());
  }

  private async lookForSettling(): Promise<number> {
    const { store } = this.options;
    const { lately } = this;
    this.lately = new Set();
    const ids = await store.listIds(this.name, SETTLING_STATES);
    ids.filter(id => !lately.has(id)).forEach(id => this.queue.nudge(id));
    return SETTLING_MILLISECONDS;
  }

  private async sweep(session: AbortSignal): Promise<number> {
    await this.parts.orphans.sweep(session);
    return SWEEP_MILLISECONDS;
  }

  private random(): number {
    return (this.options.random ?? Math.random)();
  }

  private async work(id: string, looked: () => void): Promise<WorkResult> {
    const { clock, metrics } = this.options;
    const start = clock.now().getTime();
    this.lately.add(id);
    try {
      const { signal } = this.session;
      return await this.parts.clusters.reconcile(id, { signal, looked });
    } finally {
      metrics.passed(this.name, clock.now().getTime() - start);
    }
  }

  private report(id: string, error: unknown, retryAfter: number): void {
    if (this.session.signal.aborted) {
      return;
    }
    this.options.metrics.failed(this.name);
    const isOutage =
      isKubernetesError(error, 'Unreachable') && !isServerError(error);
    const message = `Compute cluster ${id} is tried again in ${retryAfter} ms: ${error}`;
    // An outage shows once, on the connection, and not once for each cluster.
    this.options.logger[isOutage ? 'debug' : 'warn'](message);
  }
}
