import { LoggerService } from '@backstage/backend-plugin-api';
import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import {
  AutomationRecord,
  AutomationStore,
  ClusterRecord,
  ClusterStore,
} from '../database';
import { DriverPod, isKubernetesError, SparkActivity } from '../kubernetes';
import { ChangePublisher } from '../publishing';
import {
  AutomaticCommands,
  AutomaticCommandsOptions,
} from './AutomaticCommands';
import { lookInterval } from './durations';
import { findIdle, stopsWhenIdle } from './idleStop';
import { ScheduleStep, scheduleStep } from './scheduleStep';
import { StopNotifier } from './StopNotifier';

/** Looks never lie further apart, in milliseconds: the machine's clock may be set. */
const LONGEST_WAIT = 60 * 60_000;

export interface ClusterAutomationOptions extends AutomaticCommandsOptions {
  store: Pick<ClusterStore, 'get' | 'change'>;
  automation: AutomationStore;
  activity: { read(driver: DriverPod): Promise<SparkActivity> };
  /** Whether Kubernetes answers at all; nobody is asked while it does not. */
  answers: () => boolean;
  publisher: ChangePublisher;
  notifier: StopNotifier;
  clock: Clock;
  logger: LoggerService;
  /** 0 to 1; for tests. */
  random?: () => number;
}

/** After so long owners are told again who could not be told. */
const TELL_AGAIN = 60_000;

/** What one look found: the stop that is due or to be announced, and what to store. */
interface Look {
  stop: AnnouncedStop | null;
  changes: Partial<AutomationRecord>;
  next: Date[];
}

type AnnouncedStop = AutomaticStop & { edge?: { at: Date } };

/** One look at one compute cluster: is it time to start it, to stop it, or to say so? */
export class ClusterAutomation {
  static create(options: ClusterAutomationOptions): ClusterAutomation {
    return new ClusterAutomation(options, AutomaticCommands.create(options));
  }

  private toldForbidden = false;

  private constructor(
    private readonly options: ClusterAutomationOptions,
    private readonly commands: AutomaticCommands,
  ) {}

  /** @returns milliseconds until the next look; undefined if only a change of the cluster can bring one about */
  async look(id: string): Promise<number | undefined> {
    const cluster = await this.options.store.get(id);
    if (!cluster?.automation || cluster.deletionRequestedAt) {
      return undefined;
    }
    const step = scheduleStep(cluster, this.options.clock.now());
    if (step.start || step.skip) {
      await this.passEdge(cluster, step);
      return 0;
    }
    const look = await this.lookAt(cluster, step);
    const now = this.options.clock.now();
    if (look.stop && look.stop.at <= now) {
      await this.commands.stop(cluster, look.stop);
      return 0;
    }
    const isKept = await this.save(cluster, look);
    const isTold = !isKept || (await this.tell(cluster, look.stop, now));
    const again = isTold ? [] : [new Date(now.getTime() + TELL_AGAIN)];
    return waitFor([...look.next, ...again], now);
  }

  private async passEdge(
    cluster: ClusterRecord,
    { start, skip }: ScheduleStep,
  ): Promise<void> {
    if (start) {
      await this.commands.start(cluster, start);
    }
    if (skip) {
      await this.options.automation.save(cluster.id, seenOf(cluster), {
        edgesUntil: skip.at,
        keptUntil: null,
      });
    }
  }

  private async lookAt(
    cluster: ClusterRecord,
    step: ScheduleStep,
  ): Promise<Look> {
    const next = step.next ? [step.next] : [];
    if (!stopsWhenIdle(cluster)) {
      return { stop: step.stop, changes: {}, next };
    }
    const activity = await this.activityOf(cluster);
    const now = this.options.clock.now();
    const idle = findIdle(cluster, activity, now);
    const again = new Date(now.getTime() + this.interval(cluster));
    return {
      stop: earliest(step.stop, idle.stop),
      changes: idle.changes,
      next: [...next, idle.next, again],
    };
  }

  /** Undefined if there is no answer. */
  private async activityOf({
    id,
    namespace,
    observed,
  }: ClusterRecord): Promise<SparkActivity | undefined> {
    const { activity, answers, logger } = this.options;
    const { pod } = observed.driver;
    if (pod === null || !answers()) {
      return undefined;
    }
    try {
      return await activity.read({ namespace, pod });
    } catch (error) {
      logger[this.isNews(error) ? 'warn' : 'debug'](
        `Compute cluster ${id} counts as in use, since it did not tell: ${error}`,
      );
      return undefined;
    }
  }

  /** A right that is missing is told once: it keeps every cluster from being stopped. */
  private isNews(error: unknown): boolean {
    const forbidden = isKubernetesError(error, 'Forbidden');
    const isNews = forbidden && !this.toldForbidden;
    this.toldForbidden ||= forbidden;
    return isNews;
  }

  /** Spread, so that many clusters are not all asked at once. */
  private interval({ spec }: ClusterRecord): number {
    const random = this.options.random ?? Math.random;
    const spread = 0.9 + 0.2 * random();
    return lookInterval(spec.autoTermination.idleMinutes) * spread;
  }

  /** @returns whether the look stands: the cluster has not gone on meanwhile */
  private async save(
    cluster: ClusterRecord,
    { stop, changes }: Look,
  ): Promise<boolean> {
    const { automation, publisher } = this.options;
    const before = cluster.automation?.stop ?? null;
    const isNews = !isSame(before, stop);
    const all = {
      ...changes,
      ...(isNews && { stop: stop && { at: stop.at, reason: stop.reason } }),
    };
    if (Object.keys(all).length === 0) {
      return true;
    }
    const saved = await automation.save(cluster.id, seenOf(cluster), all);
    if (saved && isNews) {
      publisher.clusterChanged(cluster, 'observed');
    }
    return saved;
  }

  /**
   * Tells the owners of an announced stop, unless they know of it. That is noted afterwards: a backend that dies between
   * has them told twice rather than never.
   *
   * @returns false if they have to be told again
   */
  private async tell(
    cluster: ClusterRecord,
    stop: AnnouncedStop | null,
    now: Date,
  ): Promise<boolean> {
    const { automation, notifier } = this.options;
    const known = cluster.automation;
    if (!stop || (known?.notifiedAt && isSame(known.stop, stop))) {
      return true;
    }
    const isTold = await notifier.stopAnnounced(cluster, stop, now);
    if (isTold) {
      await automation.noteNotified(cluster.id, stop, now);
    }
    return isTold;
  }
}

function seenOf({ run, power }: ClusterRecord) {
  return { runSequence: run?.sequence ?? null, power };
}

function earliest(
  one: AnnouncedStop | null,
  other: AnnouncedStop | null,
): AnnouncedStop | null {
  if (!one || !other) {
    return one ?? other;
  }
  return other.at < one.at ? other : one;
}

function isSame(
  one: AutomaticStop | null,
  other: AutomaticStop | null,
): boolean {
  return (
    one?.reason === other?.reason && one?.at.getTime() === other?.at.getTime()
  );
}

function waitFor(moments: Date[], now: Date): number | undefined {
  if (moments.length === 0) {
    return undefined;
  }
  const first = Math.min(...moments.map(moment => moment.getTime()));
  return Math.min(LONGEST_WAIT, Math.max(0, first - now.getTime()));
}
