import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../../clock';
import { KubernetesHttp } from '../KubernetesHttp';
import { MANAGED_SELECTOR } from '../objects';
import { ObjectWatcher, ResourceUse } from '../ObjectWatcher';
import { ClusterObjects, EventRecord, JobRecord, PodRecord } from '../records';
import { ClusterIndex } from './ClusterIndex';
import { Interner } from './Interner';
import { LastingObjects } from './LastingObjects';
import { ScopedReflector } from './ScopedReflector';
import { trimEvent } from './trimEvent';
import { trimExplanation, WatchedExplanation } from './trimExplanation';
import { trimJob } from './trimJob';
import { trimPod } from './trimPod';
import { WireEvent, WireJob, WirePod } from './wire';

/** What a watcher needs. */
export interface ObjectWatcherOptions {
  http: KubernetesHttp;
  clock: Clock;
  logger: LoggerService;
  /** Watched one by one where watching all of them is forbidden. */
  namespaces?: string[];
  /** Watched likewise, but what is forbidden there keeps nobody waiting. */
  formerNamespaces?: string[];
  /** For jitter. */
  random?: () => number;
}

/**
 * Watches pods and Jobs with our label, and all events, by a reflector each. Of events only those are kept that explain
 * why there is no driver; all of them are told on. Of Secrets, ConfigMaps and Services it is watched whether they are there.
 */
export class DefaultObjectWatcher implements ObjectWatcher {
  static create(options: ObjectWatcherOptions): DefaultObjectWatcher {
    return new DefaultObjectWatcher(options);
  }

  private readonly index = ClusterIndex.create();
  private readonly interner = Interner.create();
  private readonly listeners: ((clusterId: string) => void)[] = [];
  private readonly goneListeners: ((pod: PodRecord, seenAt: Date) => void)[] =
    [];
  private readonly eventListeners: ((event: EventRecord) => void)[] = [];
  private readonly reflectors;
  private readonly lasting: LastingObjects;

  private constructor(options: ObjectWatcherOptions) {
    const common = {
      http: options.http,
      clock: options.clock,
      logger: options.logger,
      random: options.random ?? Math.random,
      namespaces: options.namespaces ?? [],
      formerNamespaces: options.formerNamespaces ?? [],
    };
    this.reflectors = [
      this.pods(common),
      this.jobs(common),
      this.events(common),
    ];
    this.lasting = LastingObjects.create({
      ...common,
      onDelete: clusterId => this.changed(() => {}, { clusterId }),
    });
  }

  async start(): Promise<void> {
    this.lasting.start(() => this.tellOfMissing());
    await Promise.all(this.reflectors.map(reflector => reflector.start()));
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.reflectors, this.lasting].map(reflector => reflector.stop()),
    );
  }

  synced(): boolean {
    return this.reflectors.every(reflector => reflector.synced());
  }

  covers(namespace: string): boolean {
    return this.reflectors.every(reflector => reflector.covers(namespace));
  }

  refusalIn(namespace: string): string | undefined {
    return this.reflectors
      .map(reflector => reflector.refusalIn(namespace))
      .find(refusal => refusal !== undefined);
  }

  answeredAt(): Date | undefined {
    const times = this.reflectors.flatMap(reflector => {
      const at = reflector.answeredAt();
      return at ? [at.getTime()] : [];
    });
    return times.length > 0 ? new Date(Math.max(...times)) : undefined;
  }

  problem(): string | undefined {
    return this.reflectors
      .map(reflector => reflector.problem())
      .find(problem => problem !== undefined);
  }

  rewatches(): number {
    return this.reflectors.reduce(
      (sum, reflector) => sum + reflector.rewatches(),
      0,
    );
  }

  objectsOf(clusterId: string, namespace?: string): ClusterObjects {
    const objects = this.index.objectsOf(clusterId, namespace);
    const [first] = [...objects.jobs, ...objects.pods];
    const missing = first
      ? this.lasting.missingOf(clusterId, first.namespace)
      : [];
    return { ...objects, missing };
  }

  clusterIds(): string[] {
    return this.index.clusterIds();
  }

  useOf(namespace: string): ResourceUse {
    return this.index.useOf(namespace);
  }

  onChange(listener: (clusterId: string) => void): void {
    this.listeners.push(listener);
  }

  onPodGone(listener: (pod: PodRecord, seenAt: Date) => void): void {
    this.goneListeners.push(listener);
  }

  clusterOf(uid: string): string | undefined {
    return this.index.clusterOf(uid);
  }

  onEvent(listener: (event: EventRecord) => void): void {
    this.eventListeners.push(listener);
  }

  private pods(common: CommonOptions) {
    return ScopedReflector.create<WirePod, PodRecord>({
      ...common,
      apiVersion: 'v1',
      kind: 'Pod',
      selector: { labelSelector: MANAGED_SELECTOR },
      trim: pod => trimPod(pod, this.interner),
      onUpsert: pod => this.changed(() => this.index.putPod(pod), pod),
      onDelete: (pod, seenAt) => {
        this.goneListeners.forEach(listener => listener(pod, seenAt));
        this.changed(() => this.index.deletePod(pod), pod);
      },
    });
  }

  private jobs(common: CommonOptions) {
    return ScopedReflector.create<WireJob, JobRecord>({
      ...common,
      apiVersion: 'batch/v1',
      kind: 'Job',
      selector: { labelSelector: MANAGED_SELECTOR },
      trim: job => trimJob(job, this.interner),
      onUpsert: job => this.changed(() => this.index.putJob(job), job),
      onDelete: job => this.changed(() => this.index.deleteJob(job), job),
    });
  }

  private events(common: CommonOptions) {
    const change = (action: () => void, { objectUid }: WatchedExplanation) =>
      this.changed(action, { clusterId: this.index.clusterOf(objectUid) });
    return ScopedReflector.create<WireEvent, WatchedExplanation>({
      ...common,
      apiVersion: 'v1',
      kind: 'Event',
      selector: {},
      trim: event => {
        this.tell(event);
        return trimExplanation(event, this.interner);
      },
      onUpsert: explanation =>
        change(() => this.index.putExplanation(explanation), explanation),
      onDelete: explanation =>
        change(() => this.index.deleteExplanation(explanation), explanation),
    });
  }

  private tell(event: WireEvent): void {
    if (this.eventListeners.length > 0) {
      const record = trimEvent(event, this.interner);
      this.eventListeners.forEach(listener => listener(record));
    }
  }

  /** The first list may come after a look at the clusters. */
  private tellOfMissing(): void {
    this.index
      .clusterIds()
      .filter(clusterId => this.objectsOf(clusterId).missing.length > 0)
      .forEach(clusterId => this.changed(() => {}, { clusterId }));
  }

  private changed(action: () => void, of: { clusterId?: string }): void {
    action();
    const { clusterId } = of;
    if (clusterId !== undefined) {
      this.listeners.forEach(listener => listener(clusterId));
    }
  }
}

type CommonOptions = Required<ObjectWatcherOptions>;
