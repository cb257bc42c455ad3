import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { ClusterRecord, KubernetesClusterStore } from '../database';
import { NamespaceMappings } from '../ownership';
import { presentCluster } from './presentCluster';

/** Shows stored clusters with their owner and the age of what is known of them. */
export class ClusterPresenter {
  static create(options: {
    kubernetesClusters: KubernetesClusterStore;
    mappings: NamespaceMappings;
    clock: Clock;
  }): ClusterPresenter {
    const { kubernetesClusters, mappings, clock } = options;
    return new ClusterPresenter(kubernetesClusters, mappings, clock);
  }

  private constructor(
    private readonly kubernetesClusters: KubernetesClusterStore,
    private readonly mappings: NamespaceMappings,
    private readonly clock: Clock,
  ) {}

  async present(record: ClusterRecord): Promise<ComputeCluster> {
    const [cluster] = await this.presentAll([record]);
    return cluster;
  }

  async presentAll(records: ClusterRecord[]): Promise<ComputeCluster[]> {
    const answeredAt = new Map(
      (await this.kubernetesClusters.list()).map(known => [
        known.name,
        known.answeredAt,
      ]),
    );
    const now = this.clock.now();
    return records.map(record =>
      presentCluster(record, {
        ownerRef: this.mappings.find(record)?.owner ?? null,
        answeredAt: answeredAt.get(record.kubernetesCluster) ?? null,
        now,
      }),
    );
  }
}
