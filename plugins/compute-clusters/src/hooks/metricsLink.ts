import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { isWebPage } from './isWebPage';

/**
 * The address of a compute cluster's metrics: the platform's template with `{{kubernetesCluster}}`, `{{namespace}}`,
 * `{{name}}` and `{{id}}` filled in. Undefined if that is no address of a web page.
 */
export function metricsLink(
  template: string | undefined,
  cluster: Pick<
    ComputeCluster,
    'kubernetesCluster' | 'namespace' | 'name' | 'id'
  >,
): string | undefined {
  const { kubernetesCluster, namespace, name, id } = cluster;
  const values: Record<string, string> = {
    kubernetesCluster,
    namespace,
    name,
    id,
  };
  const link = template?.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, key) =>
    Object.hasOwn(values, key) ? encodeURIComponent(values[key]) : whole,
  );
  return link && isWebPage(link) ? link : undefined;
}
