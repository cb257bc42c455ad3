import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { KubernetesEventStore } from '../database';

/** Rows that are deleted at once: others want to write meanwhile. */
const BATCH = 1_000;

export interface EventRetentionOptions {
  store: KubernetesEventStore;
  clock: Clock;
  logger: LoggerService;
  /** Milliseconds that an event is kept after it was last seen. */
  keep: number;
}

/** Deletes events that are older than the configuration keeps them. */
export class EventRetention {
  static create(options: EventRetentionOptions): EventRetention {
    return new EventRetention(options);
  }

  private constructor(private readonly options: EventRetentionOptions) {}

  /** Once an hour, on one of the backends. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'compute-clusters-event-retention',
      frequency: { hours: 1 },
      timeout: { minutes: 30 },
      initialDelay: { minutes: 1 },
      fn: signal => this.run(signal),
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    const { store, clock, keep, logger } = this.options;
    const time = new Date(clock.now().getTime() - keep);
    let total = 0;
    let deleted: number;
    do {
      deleted = await store.deleteBefore(time, BATCH);
      total += deleted;
    } while (deleted === BATCH && !signal.aborted);
    logger.debug(`${total} old events of Kubernetes were deleted`);
  }
}
