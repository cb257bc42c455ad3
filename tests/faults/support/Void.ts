import { createServer, type Server } from 'node:http';

/** Stands where an API server was: takes note of each request and cuts the connection. */
export class Void {
  /** Begins at an address that is free. */
  static async open(url: string): Promise<Void> {
    const server = createServer();
    const nothing = new Void(server);
    server.on('request', ({ url: path = '', method, socket }) => {
      nothing.requests.push(`${method} ${path.split('?')[0]}`);
      socket.destroy();
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(Number(new URL(url).port), '127.0.0.1', resolve);
    });
    return nothing;
  }

  /** Method and path of each, in their order. */
  readonly requests: string[] = [];

  private constructor(private readonly server: Server) {}

  /** How often this was asked for. */
  count(request: string): number {
    return this.requests.filter(other => other === request).length;
  }

  /** Ends. */
  async close(): Promise<void> {
    await new Promise(resolve => this.server.close(resolve));
  }
}
