import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { unauthorized } from '../status';
import type { ApiContext } from './ApiContext';
import { dispatch, sendError } from './dispatch';
import { Exchange } from './Exchange';

/** Never anything else: what it serves is open to whoever can reach it and knows the token. */
const HOST = '127.0.0.1';
const HEALTH = /^\/(readyz|livez|healthz)(\/|$)/;

/** Serves the API over HTTP. */
export class ApiServer {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private port: number;

  private constructor(private readonly context: ApiContext, port: number) {
    this.port = port;
  }

  static async start(context: ApiContext, port: number): Promise<ApiServer> {
    const server = new ApiServer(context, port);
    await server.listen();
    return server;
  }

  get url(): string {
    return `http://${HOST}:${this.port}`;
  }

  /** Listens, on the same port as before. */
  async listen(): Promise<void> {
    if (this.server) return;
    const server = createServer((request, response) => {
      this.accept(request, response);
    });
    server.keepAliveTimeout = 60_000;
    server.on('connection', socket => {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, HOST, resolve);
    });
    const address = server.address();
    if (typeof address === 'object' && address) this.port = address.port;
    this.server = server;
  }

  /** Refuses connections, and cuts those that are open. */
  async close(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    const closed = new Promise<void>(resolve => {
      server.close(() => resolve());
    });
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private accept(request: IncomingMessage, response: ServerResponse): void {
    const { faults, clock } = this.context;
    // Clients that go away in the middle of an answer are no error of ours.
    response.on('error', () => response.destroy());
    if (faults.hanging) return;
    if (faults.delay > 0) {
      clock.after(faults.delay, () => this.answer(request, response));
    } else this.answer(request, response);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { token, path } = credentialsOf(request);
    const user = this.context.tokens.get(token);
    const exchange = new Exchange(
      request,
      response,
      path,
      user ?? 'system:anonymous',
    );
    if (HEALTH.test(path)) exchange.sendText(200, 'ok');
    else if (user === undefined) sendError(exchange, unauthorized());
    else {
      dispatch(this.context, exchange).catch(error =>
        sendError(exchange, error),
      );
    }
  }
}

/** The token from the header or, since kubectl sends none without TLS, from a path like `/token/TOKEN/api/v1`. */
function credentialsOf({ url = '/', headers }: IncomingMessage): {
  token: string;
  path: string;
} {
  const inPath = /^\/token\/([^/?]+)(.*)$/.exec(url);
  if (inPath) return { token: inPath[1], path: inPath[2] || '/' };
  const [scheme, token = ''] = (headers.authorization ?? '').split(' ');
  return { token: scheme === 'Bearer' ? token : '', path: url };
}
