import { KubeConfig } from '@kubernetes/client-node';
import http from 'http';
import https from 'https';
import { AddressInfo, Socket } from 'net';
import { CERTIFICATE, CERTIFICATE_KEY } from './certificate';

/** What a test lets the server do with a request. */
export type Script = (
  request: ScriptedRequest,
  response: http.ServerResponse,
) => void;

/** A request as it arrived. */
export interface ScriptedRequest {
  method: string;
  url: URL;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/**
 * An HTTP server that answers as a test says: for what neither the simulator nor a real API server does on demand, such
 * as falling silent.
 */
export class ScriptedApiServer {
  static async start(
    options: { tls?: boolean } = {},
  ): Promise<ScriptedApiServer> {
    const server = options.tls
      ? https.createServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY })
      : http.createServer();
    const scripted = new ScriptedApiServer(server, options.tls ?? false);
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return scripted;
  }

  readonly requests: ScriptedRequest[] = [];
  /** How many connections were made. */
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private script: Script = (_, response) => response.end('{}');

  private constructor(
    private readonly server: http.Server,
    private readonly tls: boolean,
  ) {
    server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.on('request', (request, response) => {
      void this.serve(request, response);
    });
  }

  /** Says what happens from now on. */
  answer(script: Script): void {
    this.script = script;
  }

  get url(): string {
    const address = this.server.address() as AddressInfo;
    return `${this.tls ? 'https' : 'http'}://127.0.0.1:${address.port}`;
  }

  kubeConfig(): KubeConfig {
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromClusterAndUser(
      {
        name: 'scripted',
        server: this.url,
        skipTLSVerify: !this.tls,
        caData: Buffer.from(CERTIFICATE).toString('base64'),
      },
      { name: 'tester', token: 'bearer-of-tests' },
    );
    return kubeConfig;
  }

  /** Breaks every connection. */
  disconnect(): void {
    this.sockets.forEach(socket => socket.destroy());
  }

  async stop(): Promise<void> {
    this.disconnect();
    await new Promise<void>(resolve => this.server.close(() => resolve()));
  }

  private async serve(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    const scripted = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', this.url),
      headers: request.headers,
      body,
    };
    this.requests.push(scripted);
    this.script(scripted, response);
  }
}
