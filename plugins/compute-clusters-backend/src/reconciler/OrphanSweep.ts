import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterStore } from '../database';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { ObjectWatcher } from '../kubernetes/ObjectWatcher';
import { deleteClusterObjects } from './steps/deleteClusterObjects';
import { deletePods } from './steps/deletePods';

export interface OrphanSweepOptions {
  gateway: KubernetesGateway;
  watcher: ObjectWatcher;
  store: ClusterStore;
  logger: LoggerService;
}

/**
 * Deletes what carries the id of a cluster that was removed: a backend was killed between two steps, or an object
 * arrived late. An id that the store has never known is left alone, and said once: it may be another portal's cluster,
 * or one that a lost database is yet to be told of.
 */
export class OrphanSweep {
  static create(options: OrphanSweepOptions): OrphanSweep {
    return new OrphanSweep(options);
  }

  private readonly strangers = new Set<string>();

  private constructor(private readonly options: OrphanSweepOptions) {}

  /**
   * Looks through all watched objects once.
   *
   * @throws if the store cannot tell which clusters there are; nothing was deleted then
   */
  async sweep(signal: AbortSignal): Promise<void> {
    const { watcher, store } = this.options;
    // The objects first, and once: a cluster that is created meanwhile is then no stranger.
    const ids = watcher.clusterIds();
    const known = await store.listRemoval(ids);
    for (const id of ids) {
      const removed = known.get(id);
      signal.throwIfAborted();
      if (removed) {
        await this.deleteAllOf(id);
      } else if (removed === undefined) {
        this.reportStranger(id);
      }
    }
  }

  private reportStranger(clusterId: string): void {
    if (!this.strangers.has(clusterId)) {
      this.strangers.add(clusterId);
      this.options.logger.warn(
        `Kubernetes objects carry the id ${clusterId} of a compute cluster that this portal has never known: they are left alone`,
      );
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
        `Deleting what is left of the removed compute cluster ${clusterId} in namespace ${namespace}`,
      );
      await deleteClusterObjects(gateway, { clusterId, namespace });
    }
    for (const { namespace, run, component } of pods) {
      await deletePods(gateway, { clusterId, namespace, run, component });
    }
  }
}
