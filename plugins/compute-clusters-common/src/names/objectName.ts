import { shortHash } from './shortHash';

/**
 * The name of a cluster's Secret, ConfigMap and Service. It is the cluster's own name, unless that starts with a digit,
 * which Kubernetes refuses for a Service: then it gets a letter, and a hash that keeps it apart from a cluster of that name.
 *
 * @public
 */
export function objectName(clusterName: string): string {
  return /^[0-9]/.test(clusterName)
    ? `c${clusterName}-${shortHash(clusterName)}`
    : clusterName;
}
