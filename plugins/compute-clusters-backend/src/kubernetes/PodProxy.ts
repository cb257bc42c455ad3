import { z } from 'zod';
import { KubernetesError } from './KubernetesError';
import { KubernetesHttp } from './KubernetesHttp';

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
    { namespace, pod, port }: PodPort,
    path: string,
    query?: Record<string, string>,
  ): Promise<string> {
    return await this.http.request({
      method: 'GET',
      path: `/api/v1/namespaces/${namespace}/pods/${pod}:${port}/proxy${path}`,
      query,
    });
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
