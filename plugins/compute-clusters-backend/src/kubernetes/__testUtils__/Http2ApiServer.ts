import { KubeConfig } from '@kubernetes/client-node';
import http2 from 'http2';
import net, { AddressInfo, Socket } from 'net';
import { CERTIFICATE, CERTIFICATE_KEY } from './certificate';

/** What a test lets the server do with a request. */
export type StreamScript = (
  stream: http2.ServerHttp2Stream,
  path: string,
) => void;

/** A request as it arrived. */
export interface StreamRequest {
  method: string;
  path: string;
  authorization: string;
  body: string;
  /** Number of its connection, from 0. */
  connection: number;
}

/**
 * A server that offers HTTP/2 and answers it as a test says, down to its sessions and connections. What comes by HTTP/1.1 is
 * only counted, and answered at once.
 */
export class Http2ApiServer {
  static async start(): Promise<Http2ApiServer> {
    const server = new Http2ApiServer();
    await listen(server.server);
    await listen(server.front);
    return server;
  }

  readonly requests: StreamRequest[] = [];
  /** Paths that were asked for by HTTP/1.1. */
  readonly plainRequests: string[] = [];
  readonly sessions: http2.ServerHttp2Session[] = [];
  /** All connections, open or not, as they arrive in front of the server. */
  readonly sockets: Socket[] = [];
  private script: StreamScript = stream => stream.end('{}');
  private readonly server = http2.createSecureServer({
    cert: CERTIFICATE,
    key: CERTIFICATE_KEY,
    allowHTTP1: true,
  });

  /** Node's server answers pings whatever a test does: only in front of it a connection can fall silent. */
  private readonly front = net.createServer(socket => this.relay(socket));

  private constructor() {
    this.server.on('session', session => {
      this.sessions.push(session);
      session.on('error', () => {});
    });
    this.server.on('request', (request, response) => {
      if (request.httpVersionMajor === 1) {
        this.plainRequests.push(request.url);
        response.end('{}');
      }
    });
    this.server.on('stream', (stream, headers) => {
      stream.on('error', () => {});
      void this.serve(stream, headers);
    });
  }

  /** Says what happens from now on. */
  answer(script: StreamScript): void {
    this.script = script;
  }

  kubeConfig(user: { token?: string; certData?: string; keyData?: string }) {
    const port = portOf(this.front);
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromClusterAndUser(
      {
        name: 'http2',
        server: `https://127.0.0.1:${port}`,
        skipTLSVerify: false,
        caData: Buffer.from(CERTIFICATE).toString('base64'),
      },
      { name: 'tester', ...user },
    );
    return kubeConfig;
  }

  /** Nothing gets through the connections of now any more. */
  silence(): void {
    this.sockets.forEach(socket => socket.unpipe());
  }

  async stop(): Promise<void> {
    this.sockets.forEach(socket => socket.destroy());
    await close(this.front);
    await close(this.server);
  }

  private relay(near: Socket): void {
    const far = net.connect(portOf(this.server), '127.0.0.1');
    this.sockets.push(near);
    near.pipe(far);
    far.pipe(near);
    near.on('error', () => {}).on('close', () => far.destroy());
    far.on('error', () => {}).on('close', () => near.destroy());
  }

  private async serve(
    stream: http2.ServerHttp2Stream,
    headers: http2.IncomingHttpHeaders,
  ): Promise<void> {
    const connection = this.sessions.findIndex(
      session => session === stream.session,
    );
    let body = '';
    stream.setEncoding('utf8');
    for await (const chunk of stream) {
      body += chunk;
    }
    const path = headers[':path'] ?? '';
    const { authorization = '' } = headers;
    const method = headers[':method'] ?? '';
    this.requests.push({ method, path, authorization, body, connection });
    this.script(stream, path);
  }
}

function portOf(server: net.Server): number {
  return (server.address() as AddressInfo).port;
}

function listen(server: net.Server): Promise<void> {
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve()));
}

function close(server: net.Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()));
}
