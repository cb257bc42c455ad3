import { pause } from '../../clock';
import { KubernetesError } from '../KubernetesError';
import { collectionPath } from '../resourcePath';
import { mayWatch } from './mayWatch';
import { WatchedRecord } from './RecordCache';
import { Legacy, Reflector, ReflectorOptions } from './Reflector';
import { WireObject } from './wire';

/** What is reflected, and the namespaces to fall back to. */
export interface ScopedReflectorOptions<
  W extends WireObject,
  T extends WatchedRecord,
> extends Omit<
    ReflectorOptions<W, T>,
    'path' | 'onError' | 'forbiddenPause' | 'legacy'
  > {
  apiVersion: string;
  kind: string;
  namespaces: string[];
  /** Those of clusters that run on without a mapping: nobody waits for them, since the rights there may be gone too. */
  formerNamespaces: string[];
  /** What is not done where it is forbidden, for the log; without, nothing is done then. */
  optional?: string;
}

/** So often it is tried again where it is forbidden and can be done without, in milliseconds. */
const OPTIONAL_PAUSE = 60_000;

/** So often it is tried again whether all namespaces may be watched at once, in milliseconds. */
const WIDE_PAUSE = 600_000;

const UNSEEN =
  'Clusters in namespaces that are not mapped any more run on unseen.';

/**
 * Reflects one kind in the whole Kubernetes cluster by one watch; while that is forbidden, in each of our namespaces by
 * a watch of its own, for which a Role suffices.
 */
export class ScopedReflector<W extends WireObject, T extends WatchedRecord> {
  static create<W extends WireObject, T extends WatchedRecord>(
    options: ScopedReflectorOptions<W, T>,
  ): ScopedReflector<W, T> {
    return new ScopedReflector(options);
  }

  private reflectors: Reflector<W, T>[];
  private formerReflectors: Reflector<W, T>[] = [];
  private narrowed = false;
  private told = false;
  private started: Promise<void> | undefined;
  private resolveStarted: () => void = () => {};
  private earlierRewatches = 0;
  private readonly ended = new AbortController();
  /** Whether the wide watch covers a namespace before its first list: at the start others wait for that. */
  private coveredBefore: (namespace: string) => boolean = () => true;

  private constructor(private readonly options: ScopedReflectorOptions<W, T>) {
    this.reflectors = [this.reflector()];
  }

  /** Resolves once the first lists are complete, or it was stopped. */
  start(): Promise<void> {
    this.started ??= new Promise(resolve => {
      this.resolveStarted = resolve;
      this.startAll();
    });
    return this.started;
  }

  async stop(): Promise<void> {
    this.ended.abort(new Error('stopped'));
    await Promise.all(this.all().map(reflector => reflector.stop()));
    this.resolveStarted();
  }

  synced(): boolean {
    return this.reflectors.every(reflector => reflector.synced());
  }

  /** Whether the first list of what is in a namespace has arrived. */
  syncedIn(namespace: string): boolean {
    const index = this.narrowed ? this.scope().indexOf(namespace) : 0;
    return this.all()[index]?.synced() ?? false;
  }

  /** Whether it sees what is in a namespace, or will before its start resolves. */
  covers(namespace: string): boolean {
    return this.narrowed
      ? this.syncedIn(namespace) && this.refusalIn(namespace) === undefined
      : this.synced() || this.coveredBefore(namespace);
  }

  /** Why it may not look into a namespace, in Kubernetes' words. */
  refusalIn(namespace: string): string | undefined {
    const index = this.scope().indexOf(namespace);
    const error = this.narrowed ? this.all()[index]?.error() : undefined;
    return error?.code === 'Forbidden' ? error.message : undefined;
  }

  answeredAt(): Date | undefined {
    const times = this.all().flatMap(reflector => {
      const at = reflector.answeredAt();
      return at ? [at.getTime()] : [];
    });
    return times.length > 0 ? new Date(Math.max(...times)) : undefined;
  }

  rewatches(): number {
    return this.reflectors.reduce(
      (sum, reflector) => sum + reflector.rewatches(),
      this.earlierRewatches,
    );
  }

  /** What is wrong, in words. */
  problem(): string | undefined {
    const error = this.reflectors.find(reflector => reflector.error())?.error();
    return error && this.explain(error);
  }

  private startAll(): void {
    const { reflectors } = this;
    const lists = reflectors.map(reflector => reflector.start());
    this.formerReflectors.forEach(reflector => void reflector.start());
    void Promise.all(lists).then(() => {
      // those that were replaced meanwhile have nothing to say
      if (reflectors === this.reflectors) {
        this.resolveStarted();
      }
    });
  }

  private reflector(
    namespace?: string,
    /** What is not done where it is forbidden, if it can be done without. */
    spared = this.options.optional,
    legacy?: Legacy<T>,
  ): Reflector<W, T> {
    const { apiVersion, kind } = this.options;
    return Reflector.create({
      ...this.options,
      path: collectionPath({ apiVersion, kind, namespace }),
      forbiddenPause: spared ? OPTIONAL_PAUSE : undefined,
      legacy,
      onError: error => {
        if (error.code === 'Forbidden') {
          this.refused(error, spared);
        }
      },
    });
  }

  private refused(error: KubernetesError, spared: string | undefined): void {
    const { logger, kind } = this.options;
    if (!this.narrowed && this.scope().length > 0) {
      this.narrow(error);
    } else if (spared && !this.told) {
      this.told = true;
      logger.warn(
        `Kubernetes forbids to watch ${kind}: ${error.message}. ${spared}`,
      );
    }
  }

  private narrow(error: KubernetesError): void {
    const { namespaces, formerNamespaces, logger, kind, optional } =
      this.options;
    logger.info(`Watching each ${kind} by namespace: ${error.message}`);
    const [wide] = this.reflectors;
    this.earlierRewatches = this.rewatches();
    this.narrowed = true;
    const legacy = wide.handOver(this.scope());
    const narrow = (names: string[], spared?: string) =>
      names.map(name =>
        this.reflector(name, spared, {
          ...legacy,
          records: legacy.records.filter(({ namespace }) => namespace === name),
        }),
      );
    this.reflectors = narrow(namespaces);
    this.formerReflectors = narrow(formerNamespaces, optional ?? UNSEEN);
    this.startAll();
    void this.widenLater();
  }

  /** What forbade the wide watch may have passed. */
  private async widenLater(): Promise<void> {
    const { signal } = this.ended;
    const { apiVersion, kind, clock } = this.options;
    const path = collectionPath({ apiVersion, kind });
    do {
      await pause(clock, WIDE_PAUSE, signal);
    } while (
      !signal.aborted &&
      !(await mayWatch({ ...this.options, path, signal }))
    );
    if (!signal.aborted) {
      this.widen();
    }
  }

  private widen(): void {
    const { logger, kind } = this.options;
    logger.info(`Watching each ${kind} in all namespaces at once again`);
    const scope = this.scope();
    const covered = new Set(scope.filter(name => this.covers(name)));
    this.earlierRewatches = this.rewatches();
    const legacies = new Map(
      this.all().map((reflector, n) => [scope[n], reflector.handOver(scope)]),
    );
    this.coveredBefore = namespace => covered.has(namespace);
    this.narrowed = false;
    this.formerReflectors = [];
    this.reflectors = [
      this.reflector(undefined, undefined, {
        records: [...legacies.values()].flatMap(({ records }) => records),
        followedUntil: namespace =>
          legacies.get(namespace)?.followedUntil(namespace) ?? new Date(0),
      }),
    ];
    this.startAll();
  }

  /** The namespaces of {@link all}, once it is narrowed. */
  private scope(): string[] {
    const { namespaces, formerNamespaces } = this.options;
    return [...namespaces, ...formerNamespaces];
  }

  private all(): Reflector<W, T>[] {
    return [...this.reflectors, ...this.formerReflectors];
  }

  private explain(error: KubernetesError): string {
    const { kind } = this.options;
    switch (error.code) {
      case 'Forbidden':
        return `Kubernetes forbids to watch ${kind}: ${error.message}. Allow list and watch of pods, jobs and events in the namespaces of the mappings, or everywhere.`;
      case 'Unauthorized':
        return `Kubernetes does not accept the credentials: ${error.message}. Check the token or kubeconfig of this Kubernetes cluster.`;
      default:
        return error.message;
    }
  }
}
