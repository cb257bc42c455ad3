import { InputError } from '@backstage/errors';
import { Clock } from '../clock';
import { KubernetesError, mayBeSilent, PodRecord } from '../kubernetes';
import type { LogQuery, LogSource } from './ClusterLogs';
import {
  LogUnavailableError,
  NoLogYetError,
  NoPreviousLogError,
  PodNotFoundError,
} from './errors';
import { containerOf, hasLog } from './podEnds';

/** How long a followed log may take to begin before it counts as one that says nothing at the moment. */
const QUIET_AFTER = 2_000;

/** Logs of pods that Kubernetes has. */
export class LiveLog {
  static create(options: { source: LogSource; clock: Clock }): LiveLog {
    return new LiveLog(options.source, options.clock);
  }

  private constructor(
    private readonly source: LogSource,
    private readonly clock: Clock,
  ) {}

  /** As {@link ClusterLogs.open}. */
  async open(
    pod: PodRecord,
    query: LogQuery,
    controller: AbortController,
  ): Promise<AsyncIterable<Buffer>> {
    if (!hasLog(pod)) {
      throw new NoLogYetError('The pod has not started; it has no log yet');
    }
    if (!mayBeSilent(query)) {
      return await this.begin(pod, query, controller);
    }
    await this.checkReadable(pod, query);
    return await this.orQuiet(this.begin(pod, query, controller), controller);
  }

  /** What is wrong with a log cannot be told once its answer has begun. */
  private async checkReadable(pod: PodRecord, query: LogQuery): Promise<void> {
    const controller = new AbortController();
    await this.begin(pod, { ...query, follow: false, tail: 0 }, controller);
    controller.abort();
  }

  private async begin(
    pod: PodRecord,
    query: LogQuery,
    controller: AbortController,
  ): Promise<AsyncIterable<Buffer>> {
    const { namespace, name } = pod;
    const container = query.container ?? containerOf(pod);
    try {
      return await this.source.logs.open(
        { ...query, namespace, pod: name, container },
        controller,
      );
    } catch (error) {
      throw error instanceof KubernetesError
        ? this.explain(error, query)
        : error;
    }
  }

  /** Kubernetes sends nothing at all before the first line, but the caller wants to know that the log is open. */
  private async orQuiet(
    opening: Promise<AsyncIterable<Buffer>>,
    controller: AbortController,
  ): Promise<AsyncIterable<Buffer>> {
    let cancel = () => {};
    const quiet = new Promise<AsyncIterable<Buffer>>(resolve => {
      cancel = this.clock.after(QUIET_AFTER, () => resolve(later(opening)));
      controller.signal.addEventListener('abort', cancel, { once: true });
    });
    try {
      return await Promise.race([opening, quiet]);
    } finally {
      cancel();
    }
  }

  private explain(error: KubernetesError, query: LogQuery): Error {
    const { message } = error;
    switch (error.code) {
      case 'NotFound':
        return new PodNotFoundError('Kubernetes has that pod no more', error);
      case 'Invalid':
        return explainRefusal(message, query);
      case 'Forbidden':
        return new LogUnavailableError(
          `Kubernetes cluster ${this.source.name} lets the portal read no logs: it needs "get" on "pods/log"`,
          error,
        );
      default:
        return new LogUnavailableError(
          `Kubernetes cluster ${this.source.name} does not give the log; try again later`,
          error,
        );
    }
  }
}

/** The same code stands for several things. */
function explainRefusal(message: string, query: LogQuery): Error {
  if (query.previous && message.startsWith('previous terminated container')) {
    return new NoPreviousLogError('The container was never restarted');
  }
  if (message.includes('is not valid for pod')) {
    return new InputError(`container: ${message}`);
  }
  return new NoLogYetError(`There is no log yet: ${message}`);
}

async function* later(
  opening: Promise<AsyncIterable<Buffer>>,
): AsyncGenerator<Buffer> {
  yield* await opening;
}
