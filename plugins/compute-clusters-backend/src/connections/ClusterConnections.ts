import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ComputeCluster,
  Connections,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { V1Service } from '@kubernetes/client-node';
import { ComputeClustersConfig, exposureOf } from '../config';
import {
  externalServiceName,
  KubernetesAccess,
  KubernetesError,
} from '../kubernetes';
import { connectionsOf, ExternalAddress } from './connectionsOf';
import { thriftUserOf } from './callerRefOf';

/** Tells where clients of clusters connect. */
export class ClusterConnections {
  static create(options: {
    kubernetes: KubernetesAccess;
    config: Pick<ComputeClustersConfig, 'exposure' | 'kubernetes'>;
  }): ClusterConnections {
    return new ClusterConnections(options.kubernetes, options.config);
  }

  private constructor(
    private readonly kubernetes: KubernetesAccess,
    private readonly config: Pick<
      ComputeClustersConfig,
      'exposure' | 'kubernetes'
    >,
  ) {}

  /** Where clients of a cluster connect, without any token. */
  async of(
    cluster: ComputeCluster,
    credentials: BackstageCredentials,
  ): Promise<Connections> {
    const exposure = exposureOf(this.config, cluster.kubernetesCluster);
    return connectionsOf({
      cluster,
      exposure,
      user: thriftUserOf(credentials),
      address:
        exposure.type === 'loadBalancer'
          ? await this.addressOf(cluster)
          : 'none',
    });
  }

  /** Asked each time: a load balancer may change its address. */
  private async addressOf(cluster: ComputeCluster): Promise<ExternalAddress> {
    const { gateway } = this.kubernetes.get(cluster.kubernetesCluster);
    try {
      const service = await gateway.read<V1Service>({
        apiVersion: 'v1',
        kind: 'Service',
        namespace: cluster.namespace,
        name: externalServiceName({ clusterId: cluster.id }),
      });
      const [first] = service?.status?.loadBalancer?.ingress ?? [];
      const host = first?.hostname ?? first?.ip;
      return host ? { host } : 'none';
    } catch (error) {
      if (error instanceof KubernetesError) {
        return 'unknown';
      }
      throw error;
    }
  }
}
