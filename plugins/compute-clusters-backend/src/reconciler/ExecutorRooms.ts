import {
  ComputeClusterSpec,
  executorSizing,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord, PlatformStore } from '../database';
import { ObjectWatcher } from '../kubernetes/ObjectWatcher';
import { NamespaceMappings, toQuotaLimits } from '../ownership';
import { ExecutorRoom } from './executorShortage';

/** Looks up what room the quota of a cluster's namespace has for its executors. Asks Kubernetes nothing. */
export class ExecutorRooms {
  static create(options: {
    mappings: NamespaceMappings;
    platform: PlatformStore;
    watcher: ObjectWatcher;
  }): ExecutorRooms {
    return new ExecutorRooms(
      options.mappings,
      options.platform,
      options.watcher,
    );
  }

  private constructor(
    private readonly mappings: NamespaceMappings,
    private readonly platform: PlatformStore,
    private readonly watcher: ObjectWatcher,
  ) {}

  /** Undefined where there is no quota, or no executor. */
  async of(cluster: ClusterRecord): Promise<ExecutorRoom | undefined> {
    const spec = cluster.power === 'on' ? cluster.run?.spec : undefined;
    const quota = this.mappings.find(cluster)?.quota;
    if (!spec?.executor || !quota) {
      return undefined;
    }
    const nodeType = await this.platform.getNodeType(spec.executor.nodeType);
    if (!nodeType) {
      return undefined;
    }
    const { cpu, memory } = executorSizing(nodeType);
    return {
      wanted: alwaysWanted(spec),
      most: spec.executor.max,
      size: { cpu, memory, pods: 1 },
      used: this.watcher.useOf(cluster.namespace),
      hard: toQuotaLimits(quota),
    };
  }
}

function alwaysWanted({ executor, autoScaling }: ComputeClusterSpec): number {
  return (autoScaling?.enabled ? executor?.min : executor?.max) ?? 0;
}
