import { ObjectWatcher } from '../../kubernetes';
import { ClusterObjects } from '../../kubernetes/records';
import { objects } from './objects';

/** A watch that shows every cluster the same objects, and remembers whom it was asked about. */
export class StillWatcher implements ObjectWatcher {
  readonly looks: string[] = [];
  /** Whether it cannot look into any namespace. */
  blind = false;
  /** Why it may not. */
  refusal: string | undefined;

  constructor(private readonly shown: Partial<ClusterObjects>) {}

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  synced(): boolean {
    return true;
  }

  covers(): boolean {
    return !this.blind;
  }

  refusalIn(): string | undefined {
    return this.refusal;
  }

  answeredAt(): Date | undefined {
    return undefined;
  }

  problem(): string | undefined {
    return undefined;
  }

  rewatches(): number {
    return 0;
  }

  objectsOf(clusterId: string): ClusterObjects {
    this.looks.push(clusterId);
    return objects(this.shown);
  }

  clusterOf(): string | undefined {
    return undefined;
  }

  clusterIds(): string[] {
    return [];
  }

  useOf() {
    return { cpu: 0, memory: 0, pods: 0 };
  }

  onChange(): void {}

  onPodGone(): void {}

  onEvent(): void {}
}
