import { Clock, pause } from '../clock';
import { NewLogArchive } from '../database';
import { hasEnded, PodLogs, PodRecord } from '../kubernetes';
import { failureIn } from './failureIn';
import { LogTail } from './LogTail';
import { containerOf, hasFailed, lastPhase } from './podEnds';
import { endOf, startOf } from './podDetails';

/** Lines that are asked for: a container's log may be far longer than what is kept of it. */
const LINES = 100_000;

/** How long one attempt may take: a container has 30 s to end once its pod is deleted. */
const ATTEMPT_TIMEOUT = 120_000;

/** How long the watch may be behind the end of a log. */
const WATCH_DELAY = 10_000;

/** Twice as long after each attempt; with eight of them, four minutes in all. */
const FIRST_WAIT = 1_000;
const ATTEMPTS = 8;

export interface PodCaptureOptions {
  logs: Pick<PodLogs, 'open'>;
  clock: Clock;
  /** Most bytes of a log that are kept, unpacked. */
  maxBytes: number;
  /** Bounds how many logs are read at once; more where the pod will be gone soon. */
  limit: <T>(isUrgent: boolean, work: () => Promise<T>) => Promise<T>;
}

/** Takes the log of one pod that is ending, before it is gone. */
export class PodCapture {
  static create(pod: PodRecord, options: PodCaptureOptions): PodCapture {
    return new PodCapture(pod, options);
  }

  private readonly settled = new AbortController();
  private readonly gone = new AbortController();
  private readonly stopped = new AbortController();
  private best: LogTail | undefined;

  private constructor(
    private pod: PodRecord,
    private readonly options: PodCaptureOptions,
  ) {}

  /** The watch shows the pod so. */
  see(pod: PodRecord): void {
    this.pod = pod;
    if (hasEnded(pod)) {
      this.settled.abort();
    }
  }

  /** Kubernetes has the pod no more. */
  lose(): void {
    this.gone.abort();
    this.settled.abort();
  }

  /** Gives up: another backend takes the log, or this one after its next start. */
  stop(): void {
    this.lose();
    this.stopped.abort();
  }

  /**
   * Reads the log until it is whole, the pod is gone, or Kubernetes has not given it for four minutes; then whatever
   * there is of it counts.
   *
   * @param ring what was read of the log while the pod ran
   * @returns undefined if nothing of it was to be had, or it was stopped
   */
  async take(
    ring: () => Promise<LogTail | undefined>,
  ): Promise<NewLogArchive | undefined> {
    const { clock, limit } = this.options;
    const { signal } = this.gone;
    let isWhole = false;
    for (let n = 0; n < ATTEMPTS && !isWhole && !signal.aborted; n++) {
      if (n > 0) {
        await pause(clock, FIRST_WAIT * 2 ** (n - 1), signal);
      }
      isWhole = await limit(isUrgent(this.pod), () => this.attempt());
    }
    const seen = await ring();
    return this.stopped.signal.aborted ? undefined : await this.archive(seen);
  }

  /** @returns whether the log was read to its end */
  private async attempt(): Promise<boolean> {
    const { clock } = this.options;
    if (this.gone.signal.aborted) {
      return false;
    }
    const controller = new AbortController();
    const abort = () => controller.abort();
    let cancel = clock.after(ATTEMPT_TIMEOUT, abort);
    // what is on its way may still arrive
    const abortSoon = () => {
      cancel();
      cancel = clock.after(WATCH_DELAY, abort);
    };
    this.gone.signal.addEventListener('abort', abortSoon);
    this.stopped.signal.addEventListener('abort', abort);
    try {
      await this.read(controller);
      await pause(clock, WATCH_DELAY, this.settled.signal);
      return this.settled.signal.aborted;
    } catch {
      // Kubernetes is away, or the log broke off: what there is may have to do
      return false;
    } finally {
      cancel();
      this.gone.signal.removeEventListener('abort', abortSoon);
      this.stopped.signal.removeEventListener('abort', abort);
    }
  }

  private async read(controller: AbortController): Promise<void> {
    const { namespace, name } = this.pod;
    const tail = LogTail.create(this.options);
    const log = await this.options.logs.open(
      {
        namespace,
        pod: name,
        container: containerOf(this.pod),
        follow: true,
        timestamps: true,
        tail: LINES,
      },
      controller,
    );
    for await (const chunk of log) {
      await tail.append(chunk);
      this.best = longer(this.best, tail);
    }
  }

  private async archive(
    ring: LogTail | undefined,
  ): Promise<NewLogArchive | undefined> {
    const { pod } = this;
    const tail = longer(ring, this.best) ?? (await lastWords(pod));
    if (!tail) {
      return undefined;
    }
    const content = await tail.toGzip();
    const failed = pod.component === 'driver' && hasFailed(pod);
    return {
      podUid: pod.uid,
      clusterId: pod.clusterId,
      run: pod.run,
      pod: pod.name,
      component: pod.component,
      phase: lastPhase(pod),
      startedAt: startOf(pod),
      endedAt: endOf(pod) ?? this.options.clock.now(),
      bytes: tail.bytes,
      content,
      failure: failed ? await failureIn(content) : null,
    };
  }
}

/** Spark deletes executors that have ended; a driver stays until its run ends, unless it is being deleted. */
function isUrgent({ component, deletingAt }: PodRecord): boolean {
  return component === 'executor' || deletingAt !== undefined;
}

function longer(
  a: LogTail | undefined,
  b: LogTail | undefined,
): LogTail | undefined {
  return (a?.bytes ?? 0) > (b?.bytes ?? 0) ? a : b;
}

/** Kubernetes copies the end of a failed container's log into the pod. */
async function lastWords({
  container,
}: PodRecord): Promise<LogTail | undefined> {
  if (container?.state !== 'terminated' || !container.message) {
    return undefined;
  }
  const message = Buffer.from(container.message);
  const tail = LogTail.create({ maxBytes: message.length });
  await tail.append(message);
  return tail;
}
