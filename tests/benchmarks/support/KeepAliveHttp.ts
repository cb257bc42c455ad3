import { Agent, request } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';

const CONNECTIONS = 20;

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Plain requests to an API server, over connections that stay open. */
export class KeepAliveHttp {
  private readonly agent: Agent;
  private readonly server: string;
  private readonly token?: string;

  constructor(kubeConfig: KubeConfig) {
    const cluster = kubeConfig.getCurrentCluster();
    const user = kubeConfig.getCurrentUser();
    const decoded = (data?: string) => data && Buffer.from(data, 'base64');
    this.server = cluster?.server ?? '';
    this.token = user?.token;
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: CONNECTIONS,
      ca: decoded(cluster?.caData),
      cert: decoded(user?.certData),
      key: decoded(user?.keyData),
      rejectUnauthorized: !cluster?.skipTLSVerify,
    });
  }

  /** Sends one and gives the answer's text; throws unless the answer is 2xx. A PATCH is a merge patch. */
  async send(method: Method, path: string, body?: unknown): Promise<string> {
    const { status, text } = await this.exchange(method, path, body);
    if (status < 200 || status >= 300) {
      throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
    }
    return text;
  }

  /** Sends one; gives the HTTP status of the answer. */
  async statusOf(
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<number> {
    return (await this.exchange(method, path, body)).status;
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange(
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; text: string }> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      // Node leaves it out where a body is unusual, as in DELETE.
      'Content-Length': Buffer.byteLength(content ?? ''),
      'Content-Type':
        method === 'PATCH'
          ? 'application/merge-patch+json'
          : 'application/json',
      ...(this.token && { Authorization: `Bearer ${this.token}` }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.server}${path}`,
        { method, headers, agent: this.agent },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      sent.on('error', error =>
        // The server had closed the idle connection: it has not seen the request.
        sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
          ? this.exchange(method, path, body).then(resolve, reject)
          : reject(error),
      );
      sent.end(content);
    });
  }
}
