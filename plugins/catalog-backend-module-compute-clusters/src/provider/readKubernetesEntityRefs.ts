import { RootConfigService } from '@backstage/backend-plugin-api';

/** The entities that stand for Kubernetes clusters, where the configuration names some. */
export function readKubernetesEntityRefs(
  config: RootConfigService,
): Map<string, string> {
  const refs = new Map<string, string>();
  const clusters =
    config.getOptionalConfigArray('computeClusters.kubernetes.clusters') ?? [];
  for (const cluster of clusters) {
    const entityRef = cluster.getOptionalString('entityRef');
    if (entityRef) {
      refs.set(cluster.getString('name'), entityRef);
    }
  }
  return refs;
}
