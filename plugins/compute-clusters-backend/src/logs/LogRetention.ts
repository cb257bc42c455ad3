import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { LogArchiveStore } from '../database';

/** Logs that are deleted at once: they are big, and others want to write meanwhile. */
const BATCH = 100;

export interface LogRetentionOptions {
  store: Pick<LogArchiveStore, 'deleteBefore'>;
  clock: Clock;
  logger: LoggerService;
  /** Milliseconds that the log of an ended pod is kept. */
  keep: number;
}

/** Deletes logs that are older than the configuration keeps them. */
export class LogRetention {
  static create(options: LogRetentionOptions): LogRetention {
    return new LogRetention(options);
  }

  private constructor(private readonly options: LogRetentionOptions) {}

  /** Once an hour, on one of the backends. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'compute-clusters-log-retention',
      frequency: { hours: 1 },
      timeout: { minutes: 30 },
      initialDelay: { minutes: 2 },
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
    logger.debug(`${total} old logs were deleted`);
  }
}
