import { hasEnded } from '../podState';
import { PodRecord } from '../records';

/** Pods of one compute cluster that are remembered: enough to tell a loop from bad luck. */
const PER_CLUSTER = 20;

/** Compute clusters whose pods are remembered. */
const CLUSTERS = 1_000;

/**
 * The last records of pods that ended by themselves and are gone. Spark deletes a failed executor within seconds, and
 * Kubernetes an evicted driver: this is all that is left of why.
 */
export class GonePods {
  static create(): GonePods {
    return new GonePods();
  }

  /** By cluster, the one that lost a pod last at the end. */
  private readonly pods = new Map<string, PodRecord[]>();

  private constructor() {}

  add(pod: PodRecord): void {
    if (!endedByItself(pod)) {
      return;
    }
    const { clusterId } = pod;
    const pods = [...this.of(clusterId), pod].slice(-PER_CLUSTER);
    this.pods.delete(clusterId);
    this.pods.set(clusterId, pods);
    if (this.pods.size > CLUSTERS) {
      const [longestAgo] = this.pods.keys();
      this.pods.delete(longestAgo);
    }
  }

  of(clusterId: string): PodRecord[] {
    return this.pods.get(clusterId) ?? [];
  }
}

function endedByItself(pod: PodRecord): boolean {
  return hasEnded(pod) || pod.disrupted?.status === 'True';
}
