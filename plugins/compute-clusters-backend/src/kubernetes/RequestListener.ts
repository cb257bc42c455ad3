import type { KubernetesRequest } from './KubernetesHttp';

/** What became of one request to an API server. */
export interface RequestOutcome {
  /** The HTTP method, or WATCH. */
  verb: KubernetesRequest['method'] | 'WATCH';
  /** HTTP status; undefined if there was no answer. */
  status: number | undefined;
}

/** Told of each request once its answer has begun, or failed to come. Must not throw. */
export type RequestListener = (outcome: RequestOutcome) => void;

/** The verb of a request, watches apart from other reads: they last. */
export function verbOf({
  method,
  query,
}: KubernetesRequest): RequestOutcome['verb'] {
  return query?.watch === 'true' ? 'WATCH' : method;
}
