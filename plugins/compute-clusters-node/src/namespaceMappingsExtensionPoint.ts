import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * Who owns a Kubernetes namespace.
 *
 * @public
 */
export interface NamespaceMapping {
  /** Name of a configured Kubernetes cluster. */
  kubernetesCluster: string;
  /** The namespace. */
  name: string;
  /** Entity ref of a Group or User. */
  owner: string;
  quota?: {
    /** Cores. */
    cpu?: number;
    memoryGiB?: number;
    pods?: number;
  };
}

/**
 * Lets a module map namespaces to owners, beside those of the configuration.
 *
 * @public
 */
export interface NamespaceMappingsExtensionPoint {
  addNamespaceMapping(mapping: NamespaceMapping): void;
}

/**
 * See {@link NamespaceMappingsExtensionPoint}.
 *
 * @public
 */
export const namespaceMappingsExtensionPoint =
  createExtensionPoint<NamespaceMappingsExtensionPoint>({
    id: 'compute-clusters.namespace-mappings',
  });
