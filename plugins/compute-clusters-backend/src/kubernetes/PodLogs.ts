import { KubernetesHttp } from './KubernetesHttp';
import { objectPath } from './resourcePath';

/** Which lines of which container. */
export interface PodLogRequest {
  namespace: string;
  pod: string;
  container: string;
  /** Lines from this moment on. */
  since?: Date;
  /** Only so many last lines. */
  tail?: number;
  /** Go on with what is written from now on, until the container ends. */
  follow?: boolean;
  /** Of the container before the last restart. */
  previous?: boolean;
  /** Put its time (RFC 3339) and a space before each line. */
  timestamps?: boolean;
}

/**
 * Reads the logs of pods, as they come. Nothing is read ahead: while nobody takes what has come, the API server waits.
 */
export class PodLogs {
  /** `http` is best not shared: streams that nobody reads must not hold up anything else. */
  static create(options: { http: Pick<KubernetesHttp, 'stream'> }): PodLogs {
    return new PodLogs(options.http);
  }

  private constructor(private readonly http: Pick<KubernetesHttp, 'stream'>) {}

  /**
   * Resolves when the log begins, which takes until the first line of a container that writes nothing. It ends with the
   * container if followed, or when `controller` is aborted.
   *
   * @throws KubernetesError: Invalid while there is no log yet, NotFound if there is no such pod
   */
  async open(
    request: PodLogRequest,
    controller: AbortController,
  ): Promise<AsyncIterable<Buffer>> {
    const { namespace, pod } = request;
    const path = objectPath({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace,
      name: pod,
    });
    return await this.http.stream(
      { method: 'GET', path: `${path}/log`, query: queryOf(request) },
      controller,
      { patient: mayBeSilent(request) },
    );
  }
}

function queryOf(request: PodLogRequest): Record<string, string> {
  const { container, since, tail, follow, previous, timestamps } = request;
  return {
    container,
    ...(since && { sinceTime: since.toISOString() }),
    ...(tail !== undefined && { tailLines: String(tail) }),
    ...(follow && { follow: 'true' }),
    ...(previous && { previous: 'true' }),
    ...(timestamps && { timestamps: 'true' }),
  };
}

/** Whether a log may take any time to begin: the kubelet sends nothing, no headers either, before the first line. */
export function mayBeSilent({
  follow,
  since,
  tail,
}: Pick<PodLogRequest, 'follow' | 'since' | 'tail'>): boolean {
  return Boolean(follow) && (since !== undefined || tail === 0);
}
