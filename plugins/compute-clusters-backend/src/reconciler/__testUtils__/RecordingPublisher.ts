import { ClusterChange } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../../database';
import { ChangePublisher } from '../../publishing';

/** Remembers what was told. */
export class RecordingPublisher implements ChangePublisher {
  readonly changes: { name: string; change: ClusterChange }[] = [];
  readonly reachability: boolean[] = [];

  clusterChanged({ name }: ClusterRecord, change: ClusterChange): void {
    this.changes.push({ name, change });
  }

  reachabilityChanged(_kubernetesCluster: string, reachable: boolean): void {
    this.reachability.push(reachable);
  }
}
