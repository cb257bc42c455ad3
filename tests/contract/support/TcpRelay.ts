import type { KubeConfig } from '@kubernetes/client-node';
import { KubeConfig as Config } from '@kubernetes/client-node';
import net from 'node:net';
import { listenLocally } from '../../support/listenLocally';

/** Stands between client and API server, and can cut the line, whoever the server is. */
export class TcpRelay {
  static async start(kubeConfig: KubeConfig): Promise<TcpRelay> {
    const cluster = kubeConfig.getCurrentCluster();
    if (!cluster) {
      throw new Error('The kubeconfig names no cluster');
    }
    const relay = new TcpRelay(new URL(cluster.server), kubeConfig);
    await relay.listen(0);
    return relay;
  }

  private readonly sockets = new Set<net.Socket>();
  private server = net.createServer();
  private port = 0;

  private constructor(
    private readonly target: URL,
    private readonly original: KubeConfig,
  ) {}

  /** Leads through the relay. */
  kubeConfig(): KubeConfig {
    const cluster = this.original.getCurrentCluster();
    const user = this.original.getCurrentUser();
    if (!cluster || !user) {
      throw new Error('The kubeconfig names no cluster or no user');
    }
    const config = new Config();
    config.loadFromClusterAndUser(
      {
        ...cluster,
        server: `${this.target.protocol}//127.0.0.1:${this.port}`,
        tlsServerName: cluster.tlsServerName ?? tlsName(this.target),
      },
      user,
    );
    return config;
  }

  /** Breaks all connections and refuses new ones. */
  async cut(): Promise<void> {
    const closed = new Promise(resolve => this.server.close(resolve));
    this.sockets.forEach(socket => socket.destroy());
    await closed;
  }

  /** Lets connections through again. */
  async mend(): Promise<void> {
    await this.listen(this.port);
  }

  private async listen(port: number): Promise<void> {
    this.server = net.createServer(socket => this.connect(socket));
    this.port = await listenLocally(this.server, port);
  }

  private connect(near: net.Socket): void {
    const port = Number(
      this.target.port || (this.target.protocol === 'https:' ? 443 : 80),
    );
    const far = net.connect(port, this.target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      this.sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}

/** Certificates name hosts; an address cannot be sent as a server name. */
function tlsName(target: URL): string | undefined {
  return net.isIP(target.hostname) ? undefined : target.hostname;
}
