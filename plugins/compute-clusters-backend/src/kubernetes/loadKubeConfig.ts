import { InputError } from '@backstage/errors';
import type { KubernetesSimulatorProvider } from '@compute-clusters/backstage-plugin-compute-clusters-node';
import { KubeConfig } from '@kubernetes/client-node';
import { KubernetesClusterConfig } from '../config';

/**
 * The connection of a configured Kubernetes cluster: the simulator's, the pod's own, a kubeconfig file's, or what the
 * configuration itself says.
 */
export async function loadKubeConfig(
  config: KubernetesClusterConfig,
  simulator?: KubernetesSimulatorProvider,
): Promise<KubeConfig> {
  if (config.simulator) {
    return fromSimulator(config, simulator);
  }
  if (config.inCluster) {
    return fromPod();
  }
  if (config.kubeconfig) {
    return fromFile(config.name, config.kubeconfig);
  }
  return fromValues(config);
}

async function fromSimulator(
  { name }: KubernetesClusterConfig,
  simulator?: KubernetesSimulatorProvider,
): Promise<KubeConfig> {
  if (!simulator) {
    throw new InputError(
      `Kubernetes cluster ${name} has simulator: true, but no module of this backend provides the simulator`,
    );
  }
  return simulator.kubeConfig();
}

function fromPod(): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromCluster();
  return kubeConfig;
}

function fromFile(
  name: string,
  { path, context }: { path: string; context?: string },
): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(path);
  if (context !== undefined) {
    if (!kubeConfig.getContextObject(context)) {
      throw new InputError(
        `Kubernetes cluster ${name}: ${path} has no context ${context}`,
      );
    }
    kubeConfig.setCurrentContext(context);
  }
  if (!kubeConfig.getCurrentCluster()) {
    throw new InputError(
      `Kubernetes cluster ${name}: the current context of ${path} names no cluster`,
    );
  }
  return kubeConfig;
}

function fromValues(config: KubernetesClusterConfig): KubeConfig {
  const { name, url, caData, serviceAccountToken, skipTLSVerify } = config;
  if (!url) {
    throw new InputError(
      `Kubernetes cluster ${name} needs simulator, inCluster, kubeconfig or url`,
    );
  }
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    { name, server: url, caData, skipTLSVerify: skipTLSVerify ?? false },
    { name, token: serviceAccountToken },
  );
  return kubeConfig;
}
