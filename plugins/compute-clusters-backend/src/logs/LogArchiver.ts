import { LoggerService } from '@backstage/backend-plugin-api';
import pLimit from 'p-limit';
import { Clock } from '../clock';
import { ClusterStore, LogArchiveStore } from '../database';
import { ObjectWatcher, PodLogs, PodRecord } from '../kubernetes';
import { LeasedWork } from '../leases';
import { ArchiveWriter } from './ArchiveWriter';
import { DriverRing, limitOpenings } from './DriverRing';
import { KeptPod } from './KeptPod';
import { OwnNamespaces } from './OwnNamespaces';
import { PodCapture } from './PodCapture';
import { containerOf } from './podEnds';

/** Logs read at once of pods that will be gone within seconds. */
const URGENT = 48;

/** Logs read at once of pods that stay: a driver that ended by itself, until its run does. */
const PATIENT = 4;

/** A ring takes 20 KB and the API server a connection to the kubelet. */
const MOST_FOLLOWED = 1_000;

export interface LogArchiverOptions {
  connection: {
    /** Of the Kubernetes cluster. */
    name: string;
    logs: Pick<PodLogs, 'open'>;
    watcher: Pick<ObjectWatcher, 'objectsOf' | 'clusterIds' | 'onChange'>;
  };
  store: LogArchiveStore;
  clusters: Pick<ClusterStore, 'get'>;
  clock: Clock;
  logger: LoggerService;
  /** Most bytes of a log that are kept, unpacked. */
  maxBytes: number;
  /** Told when it is known in a log's words why a driver of the cluster failed. Must not throw. */
  onCauseKept?: (clusterId: string) => void;
  /** 0 to 1; for tests. */
  random?: () => number;
}

/**
 * Keeps the logs of pods that end on one Kubernetes cluster, of each compute cluster those in its namespace. Drivers are followed while they run, into a small ring in
 * memory. As soon as the watch shows that any pod is being deleted or its container has ended, the whole log is read,
 * up to a limit, and saved; the ring stands in for a log that is gone by then. Ended pods whose log is not kept yet,
 * as after a restart, are read at the start.
 */
export class LogArchiver implements LeasedWork {
  static create(options: LogArchiverOptions): LogArchiver {
    const { onCauseKept } = options;
    const writer = ArchiveWriter.create({
      ...options,
      onSaved: ({ clusterId, failure }) => {
        if (failure?.cause) {
          onCauseKept?.(clusterId);
        }
      },
    });
    const archiver = new LogArchiver(options, writer);
    options.connection.watcher.onChange(id => archiver.look(id));
    return archiver;
  }

  /** Pods that Kubernetes has, by compute cluster and uid. */
  private readonly pods = new Map<string, Map<string, KeptPod>>();
  /** Pods that it has no more, until their logs are with the writer. */
  private readonly leaving = new Set<KeptPod>();
  private readonly namespaces: OwnNamespaces;
  private readonly openings = limitOpenings();
  private readonly urgent = pLimit(URGENT);
  private readonly patient = pLimit(PATIENT);
  private readonly rings = new Set<DriverRing>();
  private active = false;

  private constructor(
    private readonly options: LogArchiverOptions,
    private readonly writer: ArchiveWriter,
  ) {
    this.namespaces = OwnNamespaces.create({
      ...options,
      kubernetesCluster: options.connection.name,
      onFound: clusterId => this.look(clusterId),
    });
  }

  start(): void {
    this.active = true;
    this.options.connection.watcher
      .clusterIds()
      .forEach(clusterId => this.look(clusterId));
  }

  async stop(): Promise<void> {
    this.active = false;
    const all = [...this.pods.values()].flatMap(pods => [...pods.values()]);
    this.pods.clear();
    await Promise.all([...all, ...this.leaving].map(pod => pod.stop()));
    await this.writer.flush();
  }

  private look(clusterId: string): void {
    const namespace = this.active ? this.namespaces.of(clusterId) : undefined;
    if (namespace === undefined) {
      return;
    }
    const { watcher } = this.options.connection;
    const { pods } = watcher.objectsOf(clusterId, namespace);
    const known = this.pods.get(clusterId) ?? new Map<string, KeptPod>();
    const uids = new Set(pods.map(({ uid }) => uid));
    pods.forEach(pod => this.see(known, pod));
    [...known]
      .filter(([uid]) => !uids.has(uid))
      .forEach(([uid, pod]) => this.lose(known, uid, pod));
    if (known.size > 0) {
      this.pods.set(clusterId, known);
    } else {
      this.pods.delete(clusterId);
      this.namespaces.forget(clusterId);
    }
  }

  private see(known: Map<string, KeptPod>, pod: PodRecord): void {
    const kept = known.get(pod.uid) ?? this.keep(pod);
    known.set(pod.uid, kept);
    kept.see(pod);
  }

  private lose(known: Map<string, KeptPod>, uid: string, pod: KeptPod): void {
    known.delete(uid);
    this.leaving.add(pod);
    pod.lose().finally(() => this.leaving.delete(pod));
  }

  private keep(pod: PodRecord): KeptPod {
    const { connection, clock, maxBytes, logger } = this.options;
    return KeptPod.create(pod, {
      capture: PodCapture.create(pod, {
        logs: connection.logs,
        clock,
        maxBytes,
        limit: (isUrgent, work) =>
          (isUrgent ? this.urgent : this.patient)(work),
      }),
      follow: () => this.follow(pod),
      isKept: () => this.patient(() => this.isKept(pod)),
      writer: this.writer,
      onError: error =>
        logger.warn(`Could not keep the log of pod ${pod.name}: ${error}`),
    });
  }

  private follow(pod: PodRecord): DriverRing | undefined {
    if (pod.component !== 'driver' || this.rings.size >= MOST_FOLLOWED) {
      return undefined;
    }
    const { connection, clock, random } = this.options;
    const ring = DriverRing.follow({
      logs: connection.logs,
      pod: {
        namespace: pod.namespace,
        pod: pod.name,
        container: containerOf(pod),
      },
      clock,
      random: random ?? Math.random,
      limit: this.openings,
    });
    this.rings.add(ring);
    ring.ended.finally(() => this.rings.delete(ring));
    return ring;
  }

  private async isKept({ uid }: PodRecord): Promise<boolean> {
    try {
      return (await this.options.store.listKept([uid])).size > 0;
    } catch {
      // to read it again does no harm
      return false;
    }
  }
}
