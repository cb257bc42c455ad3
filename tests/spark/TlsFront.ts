import { connect } from 'node:net';
import { pipeline } from 'node:stream';
import { createServer, type Server } from 'node:tls';
import type { Certificate } from '../support/Certificate';
import { listenLocally } from '../support/listenLocally';

/** Ends TLS in front of ports of this machine, as a load balancer does. */
export class TlsFront {
  private readonly servers: Server[] = [];

  constructor(private readonly certificate: Certificate) {}

  /** A port of `localhost` that leads to that one. */
  async before(port: number): Promise<number> {
    const server = createServer(
      { ...this.certificate.pem, ALPNProtocols: ['h2', 'http/1.1'] },
      client => {
        const behind = connect(port, '127.0.0.1');
        pipeline(client, behind, client, () => {});
      },
    );
    this.servers.push(server);
    return await listenLocally(server);
  }

  close(): void {
    this.servers.forEach(server => server.close());
  }
}
