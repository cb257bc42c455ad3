import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** Every tag of some clusters as `KEY=VALUE`, sorted. */
export function tagsOf(clusters: readonly ComputeCluster[]): string[] {
  const tags = clusters.flatMap(({ spec }) =>
    Object.entries(spec.tags).map(([key, value]) => `${key}=${value}`),
  );
  return [...new Set(tags)].sort();
}
