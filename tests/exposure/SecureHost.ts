import { connect } from 'node:http2';
import type { Certificate } from '../support/Certificate';

/** What came back. */
export interface Answer {
  /** Of HTTP. */
  status?: number;
  /** Of gRPC, if it was gRPC that answered: 16 is UNAUTHENTICATED. */
  grpcStatus?: string;
}

/** A host that this machine stands for, by TLS and HTTP/2. */
export class SecureHost {
  constructor(
    private readonly name: string,
    private readonly port: number,
    private readonly certificate: Certificate,
  ) {}

  /** Reads a page. */
  async get(path: string): Promise<Answer> {
    return await this.ask({ ':method': 'GET', ':path': path });
  }

  /** Calls a method of gRPC with an empty message, and no token. */
  async call(path: string): Promise<Answer> {
    return await this.ask(
      {
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc',
        te: 'trailers',
      },
      Buffer.alloc(5),
    );
  }

  private async ask(
    headers: Record<string, string>,
    body?: Buffer,
  ): Promise<Answer> {
    const session = connect(`https://127.0.0.1:${this.port}`, {
      servername: this.name,
      ca: this.certificate.pem.cert,
    });
    try {
      return await new Promise<Answer>((resolve, reject) => {
        session.on('error', reject);
        const stream = session.request({ ':authority': this.name, ...headers });
        const answer: Answer = {};
        const take = (told: Record<string, unknown>) => {
          if (told[':status']) answer.status = Number(told[':status']);
          if (told['grpc-status']) {
            answer.grpcStatus = String(told['grpc-status']);
          }
        };
        stream.on('response', take);
        stream.on('trailers', take);
        stream.on('error', reject);
        stream.on('end', () => resolve(answer));
        stream.resume();
        stream.end(body);
      });
    } finally {
      session.destroy();
    }
  }
}
