import {
  Health,
  KubernetesClusterHealth,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { isSilent, KubernetesClusterStore } from '../database';
import { ObjectWatcher } from '../kubernetes/ObjectWatcher';

/** What is asked of a connection for its health. */
export interface HealthSource {
  readonly name: string;
  readonly simulated: boolean;
  /** Tells what is wrong right now, as this backend sees it. */
  readonly watcher: Pick<ObjectWatcher, 'problem'>;
}

/**
 * Tells whether the Kubernetes clusters answer: from the store, where the backend that watches each one keeps when it
 * last did, so that every backend answers alike.
 */
export class KubernetesClusterHealthReader {
  static create(options: {
    sources: HealthSource[];
    store: KubernetesClusterStore;
    clock: Clock;
  }): KubernetesClusterHealthReader {
    return new KubernetesClusterHealthReader(
      options.sources,
      options.store,
      options.clock,
    );
  }

  private constructor(
    private readonly sources: HealthSource[],
    private readonly store: KubernetesClusterStore,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Health> {
    const records = await this.store.list();
    return {
      kubernetesClusters: this.sources.map(source =>
        this.healthOf(
          source,
          records.find(({ name }) => name === source.name)?.answeredAt ?? null,
        ),
      ),
    };
  }

  private healthOf(
    source: HealthSource,
    answeredAt: Date | null,
  ): KubernetesClusterHealth {
    const reachable = !isSilent(answeredAt, this.clock.now());
    return {
      name: source.name,
      reachable,
      answeredAt,
      simulated: source.simulated,
      message: reachable ? null : messageOf(source, answeredAt),
    };
  }
}

function messageOf(source: HealthSource, answeredAt: Date | null): string {
  const since = answeredAt
    ? `has not answered since ${answeredAt.toISOString()}`
    : 'has not answered yet';
  const problem = source.watcher.problem();
  return `Kubernetes cluster ${source.name} ${since}${
    problem ? `: ${problem}` : ''
  }. Compute clusters on it are shown as they were last seen.`;
}
