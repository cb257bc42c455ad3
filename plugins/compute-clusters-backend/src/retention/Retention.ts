import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';

export interface RetentionOptions {
  /** What is deleted, as `kubernetes-events`: part of the task's name. */
  subject: string;
  store: {
    /**
     * Deletes rows that are older, some at a time.
     *
     * @returns how many it deleted
     */
    deleteBefore(time: Date, limit: number): Promise<number>;
  };
  /** Rows that are deleted at once: others want to write meanwhile. */
  batch: number;
  /** Milliseconds that a row is kept. */
  keep: number;
  clock: Clock;
  logger: LoggerService;
}

/** Deletes what is older than the configuration keeps it. */
export class Retention {
  static create(options: RetentionOptions): Retention {
    return new Retention(options);
  }

  private constructor(private readonly options: RetentionOptions) {}

  /** Once an hour, on one of the backends. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: `compute-clusters-${this.options.subject}-retention`,
      frequency: { hours: 1 },
      timeout: { minutes: 30 },
      initialDelay: { minutes: 1 },
      fn: signal => this.run(signal),
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    const { subject, store, batch, clock, keep, logger } = this.options;
    const time = new Date(clock.now().getTime() - keep);
    let total = 0;
    let deleted: number;
    do {
      deleted = await store.deleteBefore(time, batch);
      total += deleted;
    } while (deleted === batch && !signal.aborted);
    logger.debug(`Deleted ${total} old ${subject}`);
  }
}
