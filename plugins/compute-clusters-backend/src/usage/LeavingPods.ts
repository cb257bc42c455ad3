import { Clock } from '../clock';
import { PodRecord } from '../kubernetes/records';
import { SeenPod } from './billedTime';

/** For so long a pod that is gone is remembered: longer than another backend takes to get the lease. */
const REMEMBERED_MILLISECONDS = 300_000;

/** The last that was seen of pods that are gone, since the watcher forgets them at once. */
export class LeavingPods {
  static create(options: { clock: Clock }): LeavingPods {
    return new LeavingPods(options.clock);
  }

  private readonly clusters = new Map<string, Map<string, SeenPod>>();
  /** Oldest first. */
  private readonly order: { pod: PodRecord; at: number }[] = [];

  private constructor(private readonly clock: Clock) {}

  /** A pod is gone, and was there until then. */
  add(pod: PodRecord, goneAt: Date): void {
    const now = this.clock.now().getTime();
    this.forgetBefore(now - REMEMBERED_MILLISECONDS);
    const pods = this.clusters.get(pod.clusterId) ?? new Map<string, SeenPod>();
    this.clusters.set(pod.clusterId, pods);
    pods.set(pod.uid, { pod, goneAt: goneAt.getTime() });
    this.order.push({ pod, at: now });
  }

  /** Those of one compute cluster. */
  of(clusterId: string): SeenPod[] {
    return [...(this.clusters.get(clusterId)?.values() ?? [])];
  }

  /** Compute clusters that lost pods. */
  clusterIds(): string[] {
    return [...this.clusters.keys()];
  }

  private forgetBefore(time: number): void {
    while (this.order.length > 0 && this.order[0].at < time) {
      const oldest = this.order.shift();
      if (oldest) {
        this.forget(oldest.pod);
      }
    }
  }

  private forget({ clusterId, uid }: PodRecord): void {
    const pods = this.clusters.get(clusterId);
    pods?.delete(uid);
    if (pods?.size === 0) {
      this.clusters.delete(clusterId);
    }
  }
}
