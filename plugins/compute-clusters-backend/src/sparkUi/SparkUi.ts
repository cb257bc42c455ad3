import { ClusterStore } from '../database';
import {
  Answer,
  isKubernetesError,
  isReady,
  ObjectWatcher,
  podProxyPath,
  PodPort,
  PodProxy,
  PodRecord,
  PORTS,
} from '../kubernetes';
import { answerHeaders } from './answerHeaders';
import { SparkUiClosedError, SparkUiUnavailableError } from './errors';
import { isScript, withStorageShim } from './storageShim';
import { unlessRefused } from './unlessRefused';

/** A connection, as far as Spark UIs need one. */
export interface UiSource {
  readonly name: string;
  pods: Pick<PodProxy, 'answer'>;
  watcher: Pick<ObjectWatcher, 'objectsOf' | 'synced'>;
}

/** Where Spark UIs are found. */
export interface SparkUiOptions {
  kubernetes: { all(): UiSource[] };
  /** Tells where a cluster is: the labels of a pod do not. */
  clusters: Pick<ClusterStore, 'get'>;
}

/** One request to a Spark UI. */
export interface UiRequest {
  clusterId: string;
  method: 'GET' | 'HEAD';
  path: string;
  search: string;
  accept: string | undefined;
  /** Address of the cluster's UI in the portal, without a ticket. */
  root: string;
  /** The same with the ticket. */
  base: string;
}

/** An answer, as the browser gets it. */
export interface UiAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: AsyncIterable<Buffer>;
}

/**
 * The Spark UIs of drivers, through the API server. Spark is told by `X-Forwarded-Context` where its pages stand. It is a
 * whole address, not a path: the API server's proxy writes its own path before links that are of no other host.
 */
export class SparkUi {
  static create(options: SparkUiOptions): SparkUi {
    return new SparkUi(options);
  }

  private constructor(private readonly options: SparkUiOptions) {}

  /** @throws SparkUiClosedError or SparkUiUnavailableError */
  async open(
    request: UiRequest,
    controller: AbortController,
  ): Promise<UiAnswer> {
    const { source, target } = await this.driverOf(request.clusterId);
    const answer = await unlessRefused(
      await ask(source, target, request, controller),
    );
    const { status, body } = answer;
    const headers = answerHeaders(status, answer.headers, {
      ...request,
      proxy: podProxyPath(target),
    });
    return isScript(request.path, status, answer.headers)
      ? { status, headers: unsized(headers), body: withStorageShim(body) }
      : { status, headers, body };
  }

  private async driverOf(
    clusterId: string,
  ): Promise<{ source: UiSource; target: PodPort }> {
    const sources = this.options.kubernetes.all();
    const cluster = await this.options.clusters.get(clusterId);
    const itsOwn = sources.filter(
      ({ name }) => name === cluster?.kubernetesCluster,
    );
    for (const source of itsOwn) {
      const { pods } = source.watcher.objectsOf(clusterId, cluster?.namespace);
      const driver = newestDriver(pods);
      if (driver) {
        const { namespace, name: pod } = driver;
        return { source, target: { namespace, pod, port: PORTS.ui } };
      }
    }
    if (sources.some(({ watcher }) => !watcher.synced())) {
      throw new SparkUiUnavailableError(
        'Kubernetes has not answered yet. Try again in a moment',
      );
    }
    throw new SparkUiClosedError(
      'There is no driver that is ready, and only drivers have a Spark UI. Start the compute cluster, or wait until it is active',
    );
  }
}

function newestDriver(pods: PodRecord[]): PodRecord | undefined {
  return pods
    .filter(pod => pod.component === 'driver' && isReady(pod))
    .sort((a, b) => b.createdAt - a.createdAt)[0];
}

async function ask(
  source: UiSource,
  target: PodPort,
  request: UiRequest,
  controller: AbortController,
): Promise<Answer> {
  const { method, path, search, accept, base } = request;
  // only these: the portal's cookies and tokens are no business of Spark's
  const headers = {
    ...(accept !== undefined && { accept }),
    'accept-encoding': 'identity',
    'x-forwarded-context': base,
  };
  try {
    return await source.pods.answer(
      target,
      { method, path, search, headers },
      controller,
    );
  } catch (error) {
    throw isKubernetesError(error, 'Unreachable')
      ? new SparkUiUnavailableError(
          'Kubernetes does not answer. Try again in a moment',
        )
      : error;
  }
}

function unsized({
  'content-length': _,
  ...headers
}: UiAnswer['headers']): UiAnswer['headers'] {
  return headers;
}
