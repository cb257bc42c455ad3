import { ClusterChange } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../database';

/** Tells the rest of the portal that something changed. Does not wait and never throws. */
export interface ChangePublisher {
  clusterChanged(cluster: ClusterRecord, change: ClusterChange): void;

  /** A Kubernetes cluster fell silent or answers again, which changes how all of its clusters are shown. */
  reachabilityChanged(kubernetesCluster: string, reachable: boolean): void;
}
