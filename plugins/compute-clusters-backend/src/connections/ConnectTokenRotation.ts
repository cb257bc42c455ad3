import {
  ComputeCluster,
  ConnectToken,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterStore } from '../database';
import { KubernetesConnectTokens } from '../kubernetes';
import { WrongStateError } from '../service';

/** Replaces Connect tokens, and writes down who did. */
export class ConnectTokenRotation {
  static create(options: {
    tokens: KubernetesConnectTokens;
    store: ClusterStore;
  }): ConnectTokenRotation {
    return new ConnectTokenRotation(options.tokens, options.store);
  }

  private constructor(
    private readonly tokens: KubernetesConnectTokens,
    private readonly store: ClusterStore,
  ) {}

  /** @throws WrongStateError while there is no token, ServiceUnavailableError while Kubernetes is silent */
  async rotate(cluster: ComputeCluster, user: string): Promise<ConnectToken> {
    const token = await this.tokens.rotate(cluster);
    if (token === undefined) {
      throw new WrongStateError(
        'The compute cluster has no token yet: it is made when the cluster starts.',
        cluster,
      );
    }
    await this.store.change(cluster.id, () => ({
      activity: {
        action: 'rotate-token',
        user,
        message:
          'Replaced the Connect token; a running driver takes the old one until the cluster is restarted',
      },
    }));
    return { token };
  }
}
