import { Agent, request } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';

const CONNECTIONS = 20;

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

  /** Sends one; throws unless the answer is 2xx. */
  async send(
    method: 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<void> {
    const status = await this.statusOf(method, path, body);
    if (status < 200 || status >= 300) {
      throw new Error(`${method} ${path}: ${status}`);
    }
  }

  /** Sends one; gives the HTTP status of the answer. */
  statusOf(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<number> {
    const headers = {
      'Content-Type': 'application/json',
      ...(this.token && { Authorization: `Bearer ${this.token}` }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.server}${path}`,
        { method, headers, agent: this.agent },
        response => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
        },
      );
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
