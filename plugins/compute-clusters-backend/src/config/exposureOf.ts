import type { Exposure } from '../kubernetes/objects/Exposure';
import { ComputeClustersConfig } from './ComputeClustersConfig';

/** How the clusters of one Kubernetes cluster are reached: as it says itself, or as all do. */
export function exposureOf(
  config: Pick<ComputeClustersConfig, 'exposure' | 'kubernetes'>,
  kubernetesCluster: string,
): Exposure {
  const own = config.kubernetes.clusters.find(
    ({ name }) => name === kubernetesCluster,
  )?.exposure;
  return own ?? config.exposure;
}
