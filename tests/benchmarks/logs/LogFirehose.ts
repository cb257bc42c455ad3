import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as send,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const LINE = `26/01/01 12:00:00 INFO TaskSetManager: ${'x'.repeat(100)}\n`;
const LINES = Buffer.from(LINE.repeat(100));

/** Stands before an API server and answers for logs itself: without an end, and as fast as they are read. */
export class LogFirehose {
  static async start(target: string): Promise<LogFirehose> {
    const server = createServer();
    const firehose = new LogFirehose(server, target);
    server.on('request', (request, response) => {
      firehose.answer(request, response).catch(() => response.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return firehose;
  }

  /** How many logs are being read. */
  open = 0;

  private constructor(
    private readonly server: Server,
    private readonly target: string,
  ) {}

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.target);
    if (!pathname.endsWith('/log')) {
      await this.pass(request, response);
    } else if (searchParams.get('follow') === 'true') {
      await this.pour(response);
    } else {
      response.end(LINES);
    }
  }

  private async pour(response: ServerResponse): Promise<void> {
    this.open += 1;
    try {
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      await pipeline(Readable.from(endless()), response);
    } finally {
      this.open -= 1;
    }
  }

  private async pass(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { method, headers } = request;
    const passed = send(`${this.target}${request.url}`, { method, headers });
    response.once('close', () => passed.destroy());
    request.pipe(passed);
    const [answer] = await once(passed, 'response');
    response.writeHead(answer.statusCode, answer.headers);
    response.flushHeaders();
    await pipeline(answer, response);
  }
}

function* endless(): Generator<Buffer> {
  for (;;) {
    yield LINES;
  }
}
