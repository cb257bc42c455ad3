import { ServiceUnavailableError } from '@backstage/errors';
import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { V1Secret } from '@kubernetes/client-node';
import { KubernetesAccess } from './KubernetesConnections';
import { KubernetesError } from './KubernetesError';
import { clusterObjectName, connectTokenOf, LABELS } from './objects';

/** Reads Connect tokens out of the clusters' Secrets; they are kept nowhere else. */
export class KubernetesConnectTokens {
  static create(options: {
    kubernetes: KubernetesAccess;
  }): KubernetesConnectTokens {
    return new KubernetesConnectTokens(options.kubernetes);
  }

  private constructor(private readonly kubernetes: KubernetesAccess) {}

  /**
   * Undefined while there is none.
   *
   * @throws ServiceUnavailableError while Kubernetes is silent
   */
  async read(
    cluster: Pick<
      ComputeCluster,
      'id' | 'kubernetesCluster' | 'namespace' | 'name'
    >,
  ): Promise<string | undefined> {
    const { gateway } = this.kubernetes.get(cluster.kubernetesCluster);
    try {
      const secret = await gateway.read<V1Secret>({
        apiVersion: 'v1',
        kind: 'Secret',
        namespace: cluster.namespace,
        name: clusterObjectName(cluster),
      });
      const isOurs =
        secret?.metadata?.labels?.[LABELS.clusterId] === cluster.id;
      return secret && isOurs ? connectTokenOf(secret) : undefined;
    } catch (error) {
      if (error instanceof KubernetesError) {
        throw new ServiceUnavailableError(
          `Kubernetes cluster ${cluster.kubernetesCluster} does not give the token; try again later`,
          error,
        );
      }
      throw error;
    }
  }
}
