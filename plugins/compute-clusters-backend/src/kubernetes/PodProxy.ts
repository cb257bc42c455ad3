import { z } from 'zod';
import { KubernetesError } from './KubernetesError';
import { Answer } from './http/TransportRequest';
import { KubernetesHttp, KubernetesRequest } from './KubernetesHttp';

/** Milliseconds: some pages of busy drivers are slow. */
const ANSWER_TIMEOUT = 30_000;

/** A port of a pod. */
export interface PodPort {
  namespace: string;
  pod: string;
  port: number;
}

/**
 * Asks pods over HTTP through the API server, which reaches them where this process need not. Needs the right `get` on
 * `pods/proxy`.
 */
export class PodProxy {
  static create(options: { http: KubernetesHttp }): PodProxy {
    return new PodProxy(options.http);
  }

  private constructor(private readonly http: KubernetesHttp) {}

  /**
   * @param path - with a leading slash
   * @throws KubernetesError, with code NotFound if there is no such pod or path
   */
  async text(
    target: PodPort,
    path: string,
    query?: Record<string, string>,
  ): Promise<string> {
    return await this.http.request({
      method: 'GET',
      path: podProxyPath(target) + path,
      query,
    });
  }

  /**
   * The pod's answer, or the API server's, of whatever status; as it comes.
   *
   * @throws KubernetesError with code Unreachable if there is none within 30 s
   */
  async answer(
    target: PodPort,
    request: Pick<KubernetesRequest, 'search' | 'headers'> & {
      method: 'GET' | 'HEAD';
      path: string;
    },
    controller: AbortController,
  ): Promise<Answer> {
    const path = podProxyPath(target) + request.path;
    return await this.http.answer(
      { ...request, path },
      controller,
      ANSWER_TIMEOUT,
    );
  }

  /**
   * @throws KubernetesError as {@link PodProxy.text}, with code Invalid if the answer is not what it should be
   */
  async json<T>(
    target: PodPort,
    path: string,
    options: { schema: z.ZodType<T>; query?: Record<string, string> },
  ): Promise<T> {
    const text = await this.text(target, path, options.query);
    const result = options.schema.safeParse(parsed(text));
    if (!result.success) {
      // The answer itself may hold what users compute.
      throw new KubernetesError(
        'Invalid',
        `Pod ${target.pod} gave an unexpected answer to ${path}`,
      );
    }
    return result.data;
  }
}

/** Where the API server leads to a port of a pod; without a slash at its end. */
export function podProxyPath({ namespace, pod, port }: PodPort): string {
  return `/api/v1/namespaces/${namespace}/pods/${pod}:${port}/proxy`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
