import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { KubeConfig } from '@kubernetes/client-node';

/**
 * Who runs the embedded Kubernetes.
 *
 * @public
 */
export interface KubernetesSimulatorProvider {
  /** How to reach it, once it is up. */
  kubeConfig(): Promise<KubeConfig>;
}

/**
 * Lets a module serve the Kubernetes clusters that are configured with `simulator: true`.
 *
 * @public
 */
export interface KubernetesSimulatorExtensionPoint {
  setSimulator(simulator: KubernetesSimulatorProvider): void;
}

/**
 * See {@link KubernetesSimulatorExtensionPoint}.
 *
 * @public
 */
export const kubernetesSimulatorExtensionPoint =
  createExtensionPoint<KubernetesSimulatorExtensionPoint>({
    id: 'compute-clusters.kubernetes-simulator',
  });
