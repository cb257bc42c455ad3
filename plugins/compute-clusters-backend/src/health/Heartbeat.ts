import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, repeat } from '../clock';
import { isSilent, KubernetesClusterStore } from '../database';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { ObjectWatcher } from '../kubernetes/ObjectWatcher';
import { ChangePublisher } from '../publishing';

/** How often a Kubernetes cluster that answers is looked after. */
const CALM_MILLISECONDS = 5_000;

/** How often one that does not answer is asked. */
const AWAY_MILLISECONDS = 2_000;

/** A watch that sent something so lately needs no question. */
const FRESH_MILLISECONDS = 15_000;

export interface HeartbeatOptions {
  /** Of the Kubernetes cluster. */
  name: string;
  gateway: Pick<KubernetesGateway, 'checkReady'>;
  watcher: Pick<ObjectWatcher, 'answeredAt' | 'problem'>;
  store: KubernetesClusterStore;
  publisher: ChangePublisher;
  clock: Clock;
  logger: LoggerService;
  /** It answers again after a failure, be it a short one: what failed meanwhile may be repeated. Must not throw. */
  onReturn: () => void;
}

/**
 * Knows when a Kubernetes cluster answered last, and tells when it falls silent and when it is back. Bookmarks come
 * once a minute at rest, too seldom to tell a quiet cluster from a lost one: between them it is asked whether it is ready.
 */
export class Heartbeat {
  static create(options: HeartbeatOptions): Heartbeat {
    return new Heartbeat(options);
  }

  private answered: Date | undefined;
  private silent = true;
  /** Since when it does not answer what it is asked. */
  private awaySince: Date | undefined;
  private session = new AbortController();

  private constructor(private readonly options: HeartbeatOptions) {}

  start(): void {
    this.silent = true;
    this.awaySince = undefined;
    this.session = new AbortController();
    const { signal } = this.session;
    repeat({
      clock: this.options.clock,
      signal,
      task: () => this.beat(signal),
      retryAfter: AWAY_MILLISECONDS,
      onError: error =>
        this.options.logger.warn(
          `Could not save when ${this.options.name} last answered: ${error}`,
        ),
    });
  }

  async stop(): Promise<void> {
    this.session.abort();
  }

  /**
   * When it last answered a watch or a question. What lies in the future is of a clock that was set back; and watches go
   * on from a cache, with bookmarks, in a server that has lost its storage.
   */
  answeredAt(): Date | undefined {
    const now = this.awaySince ?? this.options.clock.now();
    const times = [this.options.watcher.answeredAt(), this.answered].flatMap(
      at => (at && at <= now ? [at.getTime()] : []),
    );
    return times.length > 0 ? new Date(Math.max(...times)) : undefined;
  }

  /** @returns milliseconds until the next one */
  private async beat(session: AbortSignal): Promise<number> {
    const answers = await this.answers();
    const returned = answers && this.awaySince !== undefined;
    this.awaySince = answers
      ? undefined
      : this.awaySince ?? this.options.clock.now();
    await this.tell(session);
    if (returned && !session.aborted) {
      this.options.onReturn();
    }
    return answers ? CALM_MILLISECONDS : AWAY_MILLISECONDS;
  }

  private async answers(): Promise<boolean> {
    const { clock, gateway, watcher } = this.options;
    const watched = watcher.answeredAt()?.getTime() ?? 0;
    const isFresh =
      Math.abs(clock.now().getTime() - watched) < FRESH_MILLISECONDS;
    if (isFresh && !this.awaySince && watcher.problem() === undefined) {
      return true;
    }
    try {
      await gateway.checkReady();
      this.answered = clock.now();
      return true;
    } catch {
      // Why is told by the watcher, which fails alike.
      return false;
    }
  }

  private async tell(session: AbortSignal): Promise<void> {
    const { name, store, publisher, clock } = this.options;
    const at = this.answeredAt();
    const silent = isSilent(at ?? null, clock.now());
    if (silent === this.silent || session.aborted) {
      return;
    }
    if (at) {
      // First, so that the pages that are told read it.
      await store.saveAnsweredAt(name, at);
    }
    this.silent = silent;
    publisher.reachabilityChanged(name, !silent);
  }
}
