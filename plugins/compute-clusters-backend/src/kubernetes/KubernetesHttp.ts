import { Cluster, KubeConfig } from '@kubernetes/client-node';
import http from 'http';
import https from 'https';
import { Clock } from '../clock';
import { exchange } from './exchange';
import { KubernetesError } from './KubernetesError';
import { SharedAgent } from './SharedAgent';
import { toKubernetesError, unreachable } from './toKubernetesError';

/** How long a whole answer may take, or the beginning of a stream. */
const REQUEST_TIMEOUT = 10_000;

/** How long credentials are used before the kubeconfig is asked again: it reads files each time. */
const CREDENTIALS_AGE = 10_000;

/** One request to the API server. */
export interface KubernetesRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below the server's address, as `/api/v1/pods`. */
  path: string;
  query?: Record<string, string>;
  body?: { contentType: string; text: string };
}

/**
 * HTTP to one Kubernetes API server, over connections that are kept. Credentials come from the kubeconfig, so that a
 * token that changes on disk is taken up. Refusals and silence become a {@link KubernetesError}.
 */
export class KubernetesHttp {
  static create(options: { kubeConfig: KubeConfig; clock: Clock }) {
    return new KubernetesHttp(options.kubeConfig, options.clock);
  }

  private readonly agent = SharedAgent.create();
  private credentials:
    | { options: https.RequestOptions; at: number }
    | undefined;

  private constructor(
    private readonly kubeConfig: KubeConfig,
    private readonly clock: Clock,
  ) {}

  /** The whole answer to a request. */
  async request(request: KubernetesRequest): Promise<string> {
    const controller = new AbortController();
    return this.inTime(controller, async () =>
      readText(await this.send(request, controller.signal)),
    );
  }

  /** An answer that goes on until it ends, or `controller` is aborted. Its end is up to the caller to notice. */
  async stream(
    request: KubernetesRequest,
    controller: AbortController,
  ): Promise<http.IncomingMessage> {
    return this.inTime(controller, () => this.send(request, controller.signal));
  }

  /** Ends all connections. */
  close(): void {
    this.agent.close();
  }

  private async inTime<T>(
    controller: AbortController,
    action: () => Promise<T>,
  ): Promise<T> {
    const cancel = this.clock.after(REQUEST_TIMEOUT, () =>
      controller.abort(new Error(`no answer in ${REQUEST_TIMEOUT / 1000} s`)),
    );
    try {
      return await action();
    } catch (error) {
      throw error instanceof KubernetesError
        ? error
        : unreachable(
            controller.signal.aborted ? controller.signal.reason : error,
          );
    } finally {
      cancel();
    }
  }

  private async send(
    request: KubernetesRequest,
    signal: AbortSignal,
  ): Promise<http.IncomingMessage> {
    const { method, path, query, body } = request;
    const cluster = this.cluster();
    const url = new URL(cluster.server.replace(/\/$/, '') + path);
    url.search = new URLSearchParams(query).toString();
    const credentials = await this.currentCredentials();
    const answer = await exchange({
      url,
      body: body?.text,
      signal,
      options: {
        method,
        auth: credentials.auth,
        headers: { ...credentials.headers, ...headersOf(body) },
        agent: this.agent.agentFor(url, credentials, Boolean(cluster.proxyUrl)),
      },
    });
    return this.accept(answer);
  }

  private async accept(
    answer: http.IncomingMessage,
  ): Promise<http.IncomingMessage> {
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) {
      return answer;
    }
    if (status === 401) {
      this.credentials = undefined;
    }
    throw toKubernetesError(status, await readText(answer));
  }

  private async currentCredentials(): Promise<https.RequestOptions> {
    const now = this.clock.now().getTime();
    if (!this.credentials || now - this.credentials.at > CREDENTIALS_AGE) {
      const options: https.RequestOptions = {};
      await this.kubeConfig.applyToHTTPSOptions(options);
      this.credentials = { options, at: now };
    }
    return this.credentials.options;
  }

  private cluster(): Cluster {
    const cluster = this.kubeConfig.getCurrentCluster();
    if (!cluster) {
      throw new KubernetesError(
        'Unreachable',
        'The kubeconfig names no Kubernetes cluster in its current context',
      );
    }
    return cluster;
  }
}

function headersOf(body: KubernetesRequest['body']): http.OutgoingHttpHeaders {
  return {
    accept: 'application/json',
    'user-agent': 'compute-clusters',
    ...(body && {
      'content-type': body.contentType,
      'content-length': Buffer.byteLength(body.text),
    }),
  };
}

async function readText(answer: http.IncomingMessage): Promise<string> {
  answer.setEncoding('utf8');
  let text = '';
  for await (const chunk of answer) {
    text += chunk;
  }
  return text;
}
