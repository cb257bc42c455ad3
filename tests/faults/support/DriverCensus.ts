import { CLUSTER_ID_ANNOTATION } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { type KubeConfig, type V1Pod, Watch } from '@kubernetes/client-node';

const ENDED = ['Succeeded', 'Failed'];

/** Watches every driver pod there is, past the product, and notes where a cluster has two at a time. */
export class DriverCensus {
  /** Begins to watch. */
  static async start(kubeConfig: KubeConfig): Promise<DriverCensus> {
    const census = new DriverCensus(kubeConfig);
    await census.watch();
    return census;
  }

  /** Each time that a cluster had more than one. */
  readonly duplicates: string[] = [];
  private readonly live = new Map<string, Set<string>>();
  private request?: { abort(): void };
  private stopped = false;

  private constructor(private readonly kubeConfig: KubeConfig) {}

  /** Ends the watch. */
  stop(): void {
    this.stopped = true;
    this.request?.abort();
  }

  private async watch(): Promise<void> {
    this.live.clear();
    this.request = await new Watch(this.kubeConfig).watch(
      '/api/v1/pods',
      {
        labelSelector: 'compute-clusters.backstage.io/component=driver',
        sendInitialEvents: 'true',
        resourceVersionMatch: 'NotOlderThan',
        allowWatchBookmarks: 'true',
      },
      (type, pod: V1Pod) => this.note(type, pod),
      error => this.end(error),
    );
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

  /** Kubernetes ends each watch after half an hour or so. */
  private end(error: unknown): void {
    if (this.stopped) {
      return;
    }
    if (error) {
      this.duplicates.push(`the census failed: ${error}`);
    } else {
      this.watch().catch(failure => this.end(failure));
    }
  }
}
