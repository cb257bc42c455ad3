import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createServer, type Server } from 'node:tls';
import { promisify } from 'node:util';
import { listenLocally } from '../support/listenLocally';

const run = promisify(execFile);

/** Ends TLS in front of ports of this machine, as a load balancer or an ingress controller does. */
export class TlsFront {
  /** Makes a certificate of `localhost` that signs itself. */
  static async open(): Promise<TlsFront> {
    const folder = mkdtempSync(join(tmpdir(), 'compute-clusters-tls-'));
    const front = new TlsFront(folder);
    await run('openssl', [
      ...['req', '-x509', '-nodes', '-days', '1', '-subj', '/CN=localhost'],
      ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ...['-addext', 'subjectAltName=DNS:localhost'],
      ...['-keyout', front.keyFile, '-out', front.certificateFile],
    ]);
    return front;
  }

  private readonly servers: Server[] = [];

  private constructor(private readonly folder: string) {}

  /** What clients are to trust. */
  get certificateFile(): string {
    return join(this.folder, 'certificate.pem');
  }

  /** A port of `localhost` that leads to that one. */
  async before(port: number): Promise<number> {
    const server = createServer(
      {
        key: readFileSync(this.keyFile),
        cert: readFileSync(this.certificateFile),
        ALPNProtocols: ['h2', 'http/1.1'],
      },
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
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get keyFile(): string {
    return join(this.folder, 'key.pem');
  }
}
