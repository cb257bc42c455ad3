import { NotFoundError } from '@backstage/errors';
import { KubernetesConnection } from './KubernetesConnection';

/** Finds the connection of a Kubernetes cluster by its configured name. */
export interface KubernetesAccess {
  /** @throws NotFoundError if none of that name is configured */
  get(name: string): KubernetesConnection;
  all(): KubernetesConnection[];
}

/** All configured Kubernetes clusters. */
export class KubernetesConnections implements KubernetesAccess {
  static create(connections: KubernetesConnection[]): KubernetesConnections {
    return new KubernetesConnections(
      new Map(connections.map(connection => [connection.name, connection])),
    );
  }

  private constructor(
    private readonly connections: Map<string, KubernetesConnection>,
  ) {}

  get(name: string): KubernetesConnection {
    const connection = this.connections.get(name);
    if (!connection) {
      throw new NotFoundError(`No Kubernetes cluster ${name} is configured`);
    }
    return connection;
  }

  all(): KubernetesConnection[] {
    return [...this.connections.values()];
  }

  async close(): Promise<void> {
    await Promise.all(this.all().map(connection => connection.close()));
  }
}
