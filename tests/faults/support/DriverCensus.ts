import { CLUSTER_ID_ANNOTATION } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { type KubeConfig, type V1Pod, Watch } from '@kubernetes/client-node';

const ENDED = ['Succeeded', 'Failed'];

/** Watches every driver pod there is, past the product, and notes where a cluster has two at a time. */
export class DriverCensus {
  /** Begins to watch. */
  static async start(kubeConfig: KubeConfig): Promise<DriverCensus> {
    const census = new DriverCensus();
    census.request = await new Watch(kubeConfig).watch(
      '/api/v1/pods',
      {
        labelSelector: 'compute-clusters.backstage.io/component=driver',
        sendInitialEvents: 'true',
        resourceVersionMatch: 'NotOlderThan',
        allowWatchBookmarks: 'true',
      },
      (type, pod: V1Pod) => census.note(type, pod),
      error => census.end(error),
    );
    return census;
  }

  /** Each time that a cluster had more than one. */
  readonly duplicates: string[] = [];
  private readonly live = new Map<string, Set<string>>();
  private request?: { abort(): void };
  private stopped = false;

  private constructor() {}

  /** Ends the watch. */
  stop(): void {
    this.stopped = true;
    this.request?.abort();
  }

  private note(type: string, { metadata, status }: V1Pod): void {
    const id = metadata?.labels?.[CLUSTER_ID_ANNOTATION];
    const name = metadata?.name;
    if (!id || !name) {
      return;
    }
    const pods = this.live.get(id) ?? new Set();
    this.live.set(id, pods);
    if (type === 'DELETED' || ENDED.includes(status?.phase ?? '')) {
      pods.delete(name);
    } else {
      pods.add(name);
    }
    if (pods.size > 1) {
      this.duplicates.push(`${id}: ${[...pods].join(', ')}`);
    }
  }

  private end(error: unknown): void {
    if (!this.stopped) {
      this.duplicates.push(`the census ended: ${error}`);
    }
  }
}
