import {
  ClusterChange,
  ClusterChangedEvent,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../database';

/** Metadata of an event: the backend that sent it. */
export const EVENT_ORIGIN = 'compute-clusters-origin';

/** What is told of a change: which cluster, and nothing about how it is. */
export function clusterChangedEvent(
  cluster: Pick<
    ClusterRecord,
    'id' | 'kubernetesCluster' | 'namespace' | 'name'
  >,
  change: ClusterChange,
): ClusterChangedEvent {
  const { id: clusterId, kubernetesCluster, namespace, name } = cluster;
  return { clusterId, kubernetesCluster, namespace, name, change };
}
