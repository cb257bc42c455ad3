import {
  type KubeConfig,
  type V1Job,
  type V1Pod,
  Watch,
} from '@kubernetes/client-node';
import { waitUntil } from '../../support/waitUntil';

/** When Kubernetes told what of each compute cluster, seen by a watch that is not the product's. */
export class KubernetesTimeline {
  /** Starts to watch the objects of a namespace that carry the label of a cluster's id. */
  static async watch(
    kubeConfig: KubeConfig,
    { namespace, label }: { namespace: string; label: string },
  ): Promise<KubernetesTimeline> {
    const timeline = new KubernetesTimeline(kubeConfig, label);
    const pods = `/api/v1/namespaces/${namespace}/pods`;
    const jobs = `/apis/batch/v1/namespaces/${namespace}/jobs`;
    await timeline.follow(jobs, (job: V1Job) =>
      timeline.note(timeline.jobCreated, job),
    );
    await timeline.follow(
      pods,
      (pod: V1Pod) => isReady(pod) && timeline.note(timeline.podReady, pod),
    );
    return timeline;
  }

  private readonly jobCreated = new Map<string, number>();
  private readonly podReady = new Map<string, number>();
  private readonly requests = new Map<string, AbortController>();
  private stopped = false;

  private constructor(
    private readonly kubeConfig: KubeConfig,
    private readonly label: string,
  ) {}

  /** Milliseconds since the epoch when the cluster's Job was there. */
  async jobCreatedAt(clusterId: string): Promise<number> {
    return whenNoted('the Job', this.jobCreated, clusterId);
  }

  /** Milliseconds since the epoch when the cluster's driver was Ready. */
  async podReadyAt(clusterId: string): Promise<number> {
    return whenNoted('a ready driver', this.podReady, clusterId);
  }

  /** How many clusters have a ready driver. */
  get readyCount(): number {
    return this.podReady.size;
  }

  /** When so many clusters had a ready driver, in milliseconds since the epoch. */
  readyAt(count: number): number {
    return [...this.podReady.values()][Math.ceil(count) - 1];
  }

  stop(): void {
    this.stopped = true;
    this.requests.forEach(request => request.abort());
  }

  // A watch may end at any time; the next one tells first what is there.
  private async follow<T>(
    path: string,
    onObject: (object: T) => void,
  ): Promise<void> {
    const request = await new Watch(this.kubeConfig).watch(
      path,
      { labelSelector: this.label },
      (_, object: T) => onObject(object),
      error => {
        if (!this.stopped) {
          process.stderr.write(`watch of ${path} ended: ${error}\n`);
          this.follow(path, onObject).catch(() => this.stop());
        }
      },
    );
    this.requests.set(path, request);
  }

  private note(times: Map<string, number>, object: V1Job | V1Pod): void {
    const id = object.metadata?.labels?.[this.label];
    if (id && !times.has(id)) {
      times.set(id, Date.now());
    }
  }
}

function isReady(pod: V1Pod): boolean {
  return (pod.status?.conditions ?? []).some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}

function whenNoted(
  what: string,
  times: Map<string, number>,
  id: string,
): Promise<number> {
  return waitUntil(`${what} of ${id}`, () => times.get(id), {
    timeoutMs: 60_000,
    everyMs: 2,
  });
}
