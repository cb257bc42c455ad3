import { Clock } from '../../clock';
import { KubernetesHttp } from '../KubernetesHttp';
import { METADATA_HEADERS } from './metadataHeaders';
import { watchOnce } from './watchOnce';

/** Asks whether Kubernetes lets a collection be watched, by a watch that ends with the first answer. */
export async function mayWatch(options: {
  http: KubernetesHttp;
  clock: Clock;
  path: string;
  selector: Record<string, string>;
  metadataOnly?: true;
  signal: AbortSignal;
}): Promise<boolean> {
  const { http, clock, path, selector, metadataOnly, signal } = options;
  const answered = new AbortController();
  try {
    await watchOnce({
      http,
      clock,
      path,
      query: { ...selector, resourceVersion: '0' },
      headers: metadataOnly && METADATA_HEADERS.one,
      signal: AbortSignal.any([signal, answered.signal]),
      onAnswer: () => answered.abort(new Error('answered')),
      onEvent: () => {},
    });
  } catch {
    // a refusal, an outage, or our own end
  }
  return answered.signal.aborted;
}
