import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import type { NamedTarget } from './Target';

const ACCOUNT = 'nobody';

/** The Kubernetes that KUBECONFIG names, with the rights of an administrator. */
export const kubernetesTarget: NamedTarget = {
  name: 'Kubernetes',
  async start() {
    const kubeConfig = readKubeConfig();
    return {
      kubeConfig,
      async withoutRights(namespace) {
        const core = kubeConfig.makeApiClient(CoreV1Api);
        await core.createNamespacedServiceAccount({
          namespace,
          body: { metadata: { name: ACCOUNT } },
        });
        const { status } = await core.createNamespacedServiceAccountToken({
          namespace,
          name: ACCOUNT,
          body: { spec: { audiences: [] } },
        });
        return withToken(kubeConfig, status?.token ?? '');
      },
      async stop() {},
    };
  },
};

function readKubeConfig(): KubeConfig {
  const path = process.env.KUBECONFIG;
  if (!path) {
    throw new Error('Set KUBECONFIG to a Kubernetes for tests');
  }
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(path);
  return kubeConfig;
}

function withToken(kubeConfig: KubeConfig, token: string): KubeConfig {
  const cluster = kubeConfig.getCurrentCluster();
  if (!cluster) {
    throw new Error('KUBECONFIG names no cluster');
  }
  const other = new KubeConfig();
  other.loadFromClusterAndUser(cluster, { name: ACCOUNT, token });
  return other;
}
