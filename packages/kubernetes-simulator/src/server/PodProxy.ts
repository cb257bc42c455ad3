import type { IncomingHttpHeaders } from 'node:http';
import type { Pod } from '../objects/Pod';

/** What a pod answers to a request through the API server's proxy. */
export interface PodAnswer {
  code: number;
  contentType: string;
  body: string;
  /** Where it sends the client. */
  location?: string;
}

/** A request to a pod. */
export interface PodRequest {
  method: string;
  port: number;
  /** With a leading slash. */
  path: string;
  query: URLSearchParams;
  /** With names in lower case. */
  headers: IncomingHttpHeaders;
}

/** Answers in place of the pods' own servers. */
export interface PodProxy {
  /** @returns undefined if nothing listens there */
  answer(pod: Pod, request: PodRequest): PodAnswer | undefined;
}
