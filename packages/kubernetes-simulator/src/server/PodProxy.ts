import type { Pod } from '../objects/Pod';

/** What a pod answers to a request through the API server's proxy. */
export interface PodAnswer {
  code: number;
  contentType: string;
  body: string;
}

/** A request to a pod. */
export interface PodRequest {
  method: string;
  port: number;
  /** With a leading slash. */
  path: string;
  query: URLSearchParams;
  /** The path of the proxy itself, without a trailing slash; pages need it for links. */
  proxyPath: string;
}

/** Answers in place of the pods' own servers. */
export interface PodProxy {
  /** @returns undefined if nothing listens there */
  answer(pod: Pod, request: PodRequest): PodAnswer | undefined;
}
