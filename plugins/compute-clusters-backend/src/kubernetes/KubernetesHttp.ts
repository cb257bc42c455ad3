import { Cluster, KubeConfig } from '@kubernetes/client-node';
import http from 'http';
import https from 'https';
import { Clock } from '../clock';
import { NoAnswer } from './http/NoAnswer';
import { Transport } from './http/Transport';
import { Answer } from './http/TransportRequest';
import { KubernetesError } from './KubernetesError';
import { RequestListener, verbOf } from './RequestListener';
import { toKubernetesError, unreachable } from './toKubernetesError';

/** How long a whole answer may take, or the beginning of a stream. */
const REQUEST_TIMEOUT = 10_000;

/** How long credentials are used before the kubeconfig is asked again: it reads files each time. */
const CREDENTIALS_AGE = 10_000;

/** One request to the API server. */
export interface KubernetesRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below the server's address, as `/api/v1/pods`. */
  path: string;
  query?: Record<string, string>;
  /** Instead of `query`, as it stands in an address: with its question mark. */
  search?: string;
  /** Besides those that every request has. */
  headers?: http.OutgoingHttpHeaders;
  body?: { contentType: string; text: string };
}

/**
 * HTTP to one Kubernetes API server, over connections that are kept. Credentials come from the kubeconfig, so that a
 * token that changes on disk is taken up. Refusals and silence become a {@link KubernetesError}.
 */
export class KubernetesHttp {
  static create(options: {
    kubeConfig: KubeConfig;
    clock: Clock;
    onRequest?: RequestListener;
  }) {
    const { kubeConfig, clock, onRequest = () => {} } = options;
    return new KubernetesHttp(kubeConfig, clock, onRequest);
  }

  private readonly transport: Transport;
  private credentials:
    | { options: https.RequestOptions; at: number }
    | undefined;

  private constructor(
    private readonly kubeConfig: KubeConfig,
    private readonly clock: Clock,
    private readonly onRequest: RequestListener,
  ) {
    this.transport = Transport.create({ clock });
  }

  /** The whole answer to a request. */
  async request(request: KubernetesRequest): Promise<string> {
    const controller = new AbortController();
    return this.inTime(controller, async () =>
      readText(await this.send(request, controller.signal, false)),
    );
  }

  /** An answer that goes on until it ends, or `controller` is aborted. Its end is up to the caller to notice. */
  async stream(
    request: KubernetesRequest,
    controller: AbortController,
    /** With `patient`, it may take any time to begin. */
    { patient }: { patient?: boolean } = {},
  ): Promise<AsyncIterable<Buffer>> {
    const begin = () => this.send(request, controller.signal, true);
    return patient
      ? this.orUnreachable(controller, begin)
      : this.inTime(controller, begin);
  }

  /**
   * An answer of whatever status, that goes on as {@link KubernetesHttp.stream} does.
   *
   * @param timeout - how long it may take to begin, in milliseconds
   * @throws KubernetesError, only if there is none
   */
  async answer(
    request: KubernetesRequest,
    controller: AbortController,
    timeout: number,
  ): Promise<Answer> {
    return this.inTime(
      controller,
      () => this.ask(request, controller.signal, true),
      timeout,
    );
  }

  /** Ends all connections. */
  close(): void {
    this.transport.close();
  }

  private async inTime<T>(
    controller: AbortController,
    action: () => Promise<T>,
    timeout = REQUEST_TIMEOUT,
  ): Promise<T> {
    const cancel = this.clock.after(timeout, () =>
      controller.abort(new NoAnswer(timeout)),
    );
    try {
      return await this.orUnreachable(controller, action);
    } finally {
      cancel();
    }
  }

  private async orUnreachable<T>(
    controller: AbortController,
    action: () => Promise<T>,
  ): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw error instanceof KubernetesError
        ? error
        : unreachable(
            controller.signal.aborted ? controller.signal.reason : error,
          );
    }
  }

  private async send(
    request: KubernetesRequest,
    signal: AbortSignal,
    endless: boolean,
  ): Promise<AsyncIterable<Buffer>> {
    return this.accept(await this.ask(request, signal, endless));
  }

  private async ask(
    request: KubernetesRequest,
    signal: AbortSignal,
    endless: boolean,
  ): Promise<Answer> {
    const { method, path, query, search, body } = request;
    const cluster = this.cluster();
    const url = new URL(cluster.server.replace(/\/$/, '') + path);
    url.search = search ?? new URLSearchParams(query).toString();
    const credentials = await this.currentCredentials();
    const answer = this.transport.send({
      url,
      method,
      headers: headersOf(credentials, request),
      body: body?.text,
      signal,
      credentials,
      proxied: Boolean(cluster.proxyUrl),
      endless,
    });
    return await this.told(request, answer);
  }

  private async told(
    request: KubernetesRequest,
    answer: Promise<Answer>,
  ): Promise<Answer> {
    let status: number | undefined;
    try {
      ({ status } = await answer);
      return await answer;
    } finally {
      this.onRequest({ verb: verbOf(request), status });
    }
  }

  private async accept({
    status,
    body,
  }: Answer): Promise<AsyncIterable<Buffer>> {
    if (status >= 200 && status < 300) {
      return body;
    }
    if (status === 401) {
      this.credentials = undefined;
    }
    throw toKubernetesError(status, await readText(body));
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

function headersOf(
  credentials: https.RequestOptions,
  { headers, body }: KubernetesRequest,
): http.OutgoingHttpHeaders {
  return {
    accept: 'application/json',
    ...headers,
    ...Object.fromEntries(Object.entries(credentials.headers ?? {})),
    'user-agent': 'compute-clusters',
    ...(body && {
      'content-type': body.contentType,
      'content-length': Buffer.byteLength(body.text),
    }),
  };
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
