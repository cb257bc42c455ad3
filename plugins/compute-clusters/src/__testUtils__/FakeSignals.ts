import type { SignalApi } from '@backstage/plugin-signals-react';
import {
  COMPUTE_CLUSTERS_CHANNEL,
  type ClusterChange,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

type Listener = Parameters<SignalApi['subscribe']>[1];

/** The portal's signals, without a socket. */
export class FakeSignals {
  private readonly listeners = new Set<[channel: string, Listener]>();

  private constructor() {}

  static create(): FakeSignals {
    return new FakeSignals();
  }

  /** How many listen. */
  get subscribers(): number {
    return this.listeners.size;
  }

  readonly api: SignalApi = {
    subscribe: (channel, onMessage) => {
      const entry: [string, Listener] = [
        channel,
        message => onMessage(JSON.parse(JSON.stringify(message))),
      ];
      this.listeners.add(entry);
      return { unsubscribe: () => this.listeners.delete(entry) };
    },
  };

  /** What the backend says when a cluster changed. */
  publish(cluster: ComputeCluster, change: ClusterChange = 'observed') {
    const { id, kubernetesCluster, namespace, name } = cluster;
    const message = {
      clusterId: id,
      kubernetesCluster,
      namespace,
      name,
      change,
    };
    this.listeners.forEach(([channel, listener]) => {
      if (channel === COMPUTE_CLUSTERS_CHANNEL) listener(message);
    });
  }
}
