import {
  ComputeCluster,
  PodDetails,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { LogArchiveStore } from '../database';
import { ObjectWatcher, PodLogs, PodRecord } from '../kubernetes';
import {
  LogUnavailableError,
  NoPreviousLogError,
  PodNotFoundError,
} from './errors';
import { LiveLog } from './LiveLog';
import { detailsOfArchive, detailsOfPod } from './podDetails';
import { readArchive } from './readArchive';

/** Which lines of which pod. */
export interface LogQuery {
  /** By default the newest driver. */
  pod?: string;
  /** By default the one that Spark runs in. */
  container?: string;
  since?: Date;
  tail?: number;
  follow?: boolean;
  previous?: boolean;
}

/** Text as it comes: nothing is read before it is asked for. */
export type LogText = AsyncIterable<Buffer | string>;

/** A connection, as far as logs need one. */
export interface LogSource {
  /** Of the Kubernetes cluster. */
  name: string;
  logs: Pick<PodLogs, 'open'>;
  watcher: Pick<ObjectWatcher, 'objectsOf' | 'synced'>;
}

type ClusterKey = Pick<
  ComputeCluster,
  'id' | 'kubernetesCluster' | 'namespace'
>;

interface Parts {
  kubernetes: { all(): LogSource[] };
  archives: LogArchiveStore;
  clock: Clock;
}

/**
 * The pods of compute clusters and their logs, from Kubernetes while it has them, then from the archive. A log is what
 * Spark and its users wrote, word for word: the properties of every cluster make Spark redact secrets.
 */
export class ClusterLogs {
  static create(parts: Parts): ClusterLogs {
    return new ClusterLogs(parts);
  }

  private constructor(private readonly parts: Parts) {}

  /** Drivers and executors, newest first; of those that are gone the ones whose log is kept. */
  async listPods(cluster: ClusterKey): Promise<PodDetails[]> {
    const archived = await this.parts.archives.list(cluster.id);
    const kept = new Set(archived.map(({ podUid }) => podUid));
    const live = this.podsOf(cluster);
    const liveUids = new Set(live.map(({ uid }) => uid));
    return [
      ...live.map(pod => detailsOfPod(pod, kept.has(pod.uid))),
      ...archived
        .filter(({ podUid }) => !liveUids.has(podUid))
        .map(detailsOfArchive),
    ].sort((a, b) => timeOf(b) - timeOf(a));
  }

  /**
   * Resolves when the log begins. It ends when it is read, or with the pod if followed, or when `controller` is aborted;
   * it fails when it breaks off.
   *
   * @throws PodNotFoundError, NoPreviousLogError, NoLogYetError, LogUnavailableError, or InputError for an unknown
   *   container
   */
  async open(
    cluster: ClusterKey,
    query: LogQuery,
    controller: AbortController,
  ): Promise<LogText> {
    const source = this.sourceOf(cluster);
    const pod = this.podsOf(cluster).find(isMeant(query));
    if (!source || !pod) {
      return await this.openArchive(cluster, query, source);
    }
    const live = LiveLog.create({ source, clock: this.parts.clock });
    try {
      return await live.open(pod, query, controller);
    } catch (error) {
      const kept =
        error instanceof PodNotFoundError ||
        error instanceof LogUnavailableError
          ? await this.readArchived(cluster, pod.name, query)
          : undefined;
      if (kept) {
        return kept;
      }
      throw error;
    }
  }

  private async openArchive(
    cluster: ClusterKey,
    query: LogQuery,
    source: LogSource | undefined,
  ): Promise<LogText> {
    const { archives } = this.parts;
    const pod = query.pod ?? (await archives.lastDriver(cluster.id))?.pod;
    const archived = pod && (await this.readArchived(cluster, pod, query));
    if (archived) {
      return archived;
    }
    if (source && !source.watcher.synced()) {
      throw new LogUnavailableError(
        `Kubernetes cluster ${source.name} has not answered yet; try again later`,
      );
    }
    throw new PodNotFoundError(
      query.pod
        ? 'The cluster has no pod of that name, and keeps no log of one'
        : 'The cluster has no driver yet, and keeps no log of one',
    );
  }

  private async readArchived(
    cluster: ClusterKey,
    pod: string,
    query: LogQuery,
  ): Promise<LogText | undefined> {
    const content = await this.parts.archives.read(cluster.id, pod);
    if (content && query.previous) {
      throw new NoPreviousLogError('The container was never restarted');
    }
    return content && readArchive(content, query);
  }

  private podsOf(cluster: ClusterKey): PodRecord[] {
    const { id, namespace } = cluster;
    const pods = this.sourceOf(cluster)?.watcher.objectsOf(id, namespace).pods;
    return [...(pods ?? [])].sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Undefined if the Kubernetes cluster is no longer configured. */
  private sourceOf(
    cluster: Pick<ComputeCluster, 'kubernetesCluster'>,
  ): LogSource | undefined {
    return this.parts.kubernetes
      .all()
      .find(({ name }) => name === cluster.kubernetesCluster);
  }
}

function isMeant({ pod }: LogQuery): (candidate: PodRecord) => boolean {
  return ({ name, component }) =>
    pod === undefined ? component === 'driver' : name === pod;
}

function timeOf({ startedAt, endedAt }: PodDetails): number {
  return (startedAt ?? endedAt)?.getTime() ?? Infinity;
}
