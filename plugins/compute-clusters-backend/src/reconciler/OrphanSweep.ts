import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { ClusterStore } from '../database';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { ObjectWatcher } from '../kubernetes/ObjectWatcher';
import { deleteClusterObjects } from './steps/deleteClusterObjects';
import { deletePods } from './steps/deletePods';

/** An orphan must have been one for so long: nothing is deleted for a row that was merely late. */
const GRACE_MILLISECONDS = 10_000;

export interface OrphanSweepOptions {
  kubernetesCluster: string;
  gateway: KubernetesGateway;
  watcher: ObjectWatcher;
  store: ClusterStore;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Deletes what carries the id of a cluster that is no more, or never was: a backend was killed between two steps, or
 * somebody copied labels. Apart from the reconciler, which only looks at clusters that are.
 */
export class OrphanSweep {
  static create(options: OrphanSweepOptions): OrphanSweep {
    return new OrphanSweep(options);
  }

  /** Orphans and when they were first seen. */
  private readonly suspects = new Map<string, number>();

  private constructor(private readonly options: OrphanSweepOptions) {}

  /**
   * Looks through all watched objects once. What is an orphan for the first time is only remembered.
   *
   * @throws if the store cannot tell which clusters there are; nothing was deleted then
   */
  async sweep(signal: AbortSignal): Promise<void> {
    const orphans = await this.findOrphans();
    const now = this.options.clock.now().getTime();
    this.forgetOthers(orphans);
    for (const id of orphans) {
      const since = this.suspects.get(id) ?? now;
      this.suspects.set(id, since);
      signal.throwIfAborted();
      if (now - since >= GRACE_MILLISECONDS) {
        await this.deleteAllOf(id);
      }
    }
  }

  private async findOrphans(): Promise<string[]> {
    const { watcher, store, kubernetesCluster } = this.options;
    // The objects first: a cluster that is created in between is then no suspect.
    const ids = watcher.clusterIds();
    if (ids.length === 0) {
      return [];
    }
    const live = new Set(await store.listIds(kubernetesCluster));
    return ids.filter(id => !live.has(id));
  }

  private forgetOthers(orphans: string[]): void {
    const current = new Set(orphans);
    for (const id of this.suspects.keys()) {
      if (!current.has(id)) {
        this.suspects.delete(id);
      }
    }
  }

  private async deleteAllOf(clusterId: string): Promise<void> {
    const { gateway, watcher, logger } = this.options;
    const { jobs, pods } = watcher.objectsOf(clusterId);
    const namespaces = new Set(
      [...jobs, ...pods].map(({ namespace }) => namespace),
    );
    for (const namespace of namespaces) {
      logger.warn(
        `Deleting what is left of compute cluster ${clusterId} in namespace ${namespace}: the portal knows no such cluster`,
      );
      await deleteClusterObjects(gateway, { clusterId, namespace });
    }
    for (const { namespace, run, component } of pods) {
      await deletePods(gateway, { clusterId, namespace, run, component });
    }
  }
}
