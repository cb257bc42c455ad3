import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, repeat } from '../clock';
import { AutomationStore } from '../database';
import { ObjectWatcher } from '../kubernetes';
import { LeasedWork } from '../leases';
import { KeyedQueue, WorkResult } from '../reconciler/KeyedQueue';
import { ClusterAutomation } from './ClusterAutomation';

/** Drivers that are asked at once. */
const CONCURRENCY = 8;

/** So often what was changed by people, or by the reconciler, is looked up in the store. */
const DISCOVERY_MILLISECONDS = 5_000;

export interface AutomationOptions {
  /** Of the Kubernetes cluster. */
  name: string;
  watcher: Pick<ObjectWatcher, 'start'>;
  automation: AutomationStore;
  clusters: ClusterAutomation;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Starts and stops the compute clusters of one Kubernetes cluster by their schedules, and stops those that are not
 * used. Each has its own timer; clusters without automatic starts and stops cost nothing.
 */
export class Automation implements LeasedWork {
  static create(options: AutomationOptions): Automation {
    return new Automation(options);
  }

  private readonly queue: KeyedQueue;
  private readonly versions = new Map<string, string>();
  private session = new AbortController();
  private discoveries = 0;

  private constructor(private readonly options: AutomationOptions) {
    this.queue = KeyedQueue.create({
      clock: options.clock,
      concurrency: CONCURRENCY,
      work: async id => await this.look(id),
      onError: (id, error, retryAfter) =>
        options.logger.warn(
          `Automatic starts and stops of compute cluster ${id} are tried again in ${retryAfter} ms: ${error}`,
        ),
    });
  }

  /** Whether nothing is being looked up or looked at. */
  get isResting(): boolean {
    return this.discoveries === 0 && this.queue.depth === 0;
  }

  start(): void {
    this.session = new AbortController();
    this.versions.clear();
    this.run(this.session.signal);
  }

  /** Begins nothing more and resolves when the looks under way have ended. */
  async stop(): Promise<void> {
    this.session.abort();
    await this.queue.stop();
  }

  private async run(session: AbortSignal): Promise<void> {
    // Before the watch knows Kubernetes, its silence would look like activity.
    await this.options.watcher.start();
    if (session.aborted) {
      return;
    }
    this.queue.start();
    repeat({
      clock: this.options.clock,
      signal: session,
      task: () => this.discover(),
      retryAfter: DISCOVERY_MILLISECONDS,
      onError: error =>
        this.options.logger.warn(
          `Automatic starts and stops on ${this.options.name} are looked up again: ${error}`,
        ),
    });
  }

  private async discover(): Promise<number> {
    this.discoveries += 1;
    try {
      await this.lookUp();
    } finally {
      this.discoveries -= 1;
    }
    return DISCOVERY_MILLISECONDS;
  }

  private async lookUp(): Promise<void> {
    const listed = await this.options.automation.list(this.options.name);
    const ids = new Set(listed.map(({ id }) => id));
    for (const id of this.versions.keys()) {
      if (!ids.has(id)) {
        this.versions.delete(id);
      }
    }
    for (const { id, version } of listed) {
      if (this.versions.get(id) !== version) {
        this.versions.set(id, version);
        this.queue.nudge(id);
      }
    }
  }

  private async look(id: string): Promise<WorkResult> {
    return { requeueAfter: await this.options.clusters.look(id) };
  }
}
