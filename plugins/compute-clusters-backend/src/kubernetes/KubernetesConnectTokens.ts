import { ServiceUnavailableError } from '@backstage/errors';
import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { V1Secret } from '@kubernetes/client-node';
import { KubernetesAccess } from './KubernetesConnections';
import { KubernetesError } from './KubernetesError';
import { newConnectToken } from './newConnectToken';
import {
  clusterObjectName,
  CONNECT_TOKEN_KEY,
  connectTokenOf,
  LABELS,
} from './objects';

type TokenOwner = Pick<
  ComputeCluster,
  'id' | 'kubernetesCluster' | 'namespace' | 'name'
>;

/** Reads and replaces Connect tokens in the clusters' Secrets; they are kept nowhere else. */
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
  async read(cluster: TokenOwner): Promise<string | undefined> {
    return await answered(cluster, 'does not give the token', async () => {
      const secret = await this.readSecret(cluster);
      return secret && connectTokenOf(secret);
    });
  }

  /**
   * Replaces the token. A running driver has read the old one; its next run gets the new one.
   *
   * @returns the new token; undefined while there is none to replace
   * @throws ServiceUnavailableError while Kubernetes is silent
   */
  async rotate(cluster: TokenOwner): Promise<string | undefined> {
    return await answered(cluster, 'does not take a new token', async () => {
      const secret = await this.readSecret(cluster);
      if (!secret || !connectTokenOf(secret)) {
        return undefined;
      }
      const token = newConnectToken();
      const { resourceVersion } = secret.metadata ?? {};
      const data = {
        [CONNECT_TOKEN_KEY]: Buffer.from(token, 'utf8').toString('base64'),
      };
      // Only in what was read: another cluster may have got the name meanwhile, or somebody else rotates too.
      const done = await this.gatewayOf(cluster).merge(refOf(cluster), {
        metadata: { resourceVersion },
        data,
      });
      return done ? token : undefined;
    });
  }

  /** The cluster's own Secret, undefined while there is none. */
  private async readSecret(cluster: TokenOwner): Promise<V1Secret | undefined> {
    const secret = await this.gatewayOf(cluster).read<V1Secret>(refOf(cluster));
    const isOurs = secret?.metadata?.labels?.[LABELS.clusterId] === cluster.id;
    return isOurs ? secret : undefined;
  }

  private gatewayOf(cluster: TokenOwner) {
    return this.kubernetes.get(cluster.kubernetesCluster).gateway;
  }
}

function refOf(cluster: TokenOwner) {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    namespace: cluster.namespace,
    name: clusterObjectName(cluster),
  };
}

async function answered<T>(
  cluster: TokenOwner,
  what: string,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof KubernetesError) {
      throw new ServiceUnavailableError(
        `Kubernetes cluster ${cluster.kubernetesCluster} ${what}; try again later`,
        error,
      );
    }
    throw error;
  }
}
