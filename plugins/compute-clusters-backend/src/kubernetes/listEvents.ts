import { isKubernetesError } from './isKubernetesError';
import { KubernetesHttp } from './KubernetesHttp';
import { EventRecord } from './records';
import { Interner } from './reflector/Interner';
import { trimEvent } from './reflector/trimEvent';
import { WireEvent, WireList } from './reflector/wire';
import { collectionPath } from './resourcePath';

const PAGE_SIZE = '500';

/**
 * Reads all events page by page, the next one when `onPage` is done with the last: those of the whole Kubernetes
 * cluster or, where that is forbidden, those of the namespaces.
 *
 * @throws KubernetesError
 */
export async function listEvents(options: {
  http: Pick<KubernetesHttp, 'request'>;
  namespaces: string[];
  signal: AbortSignal;
  onPage(events: EventRecord[]): Promise<void>;
}): Promise<void> {
  try {
    await listCollection(options, undefined);
  } catch (error) {
    if (!isKubernetesError(error, 'Forbidden')) {
      throw error;
    }
    for (const namespace of options.namespaces) {
      await listCollection(options, namespace);
    }
  }
}

async function listCollection(
  { http, signal, onPage }: Parameters<typeof listEvents>[0],
  namespace: string | undefined,
): Promise<void> {
  const interner = Interner.create();
  let next: string | undefined;
  do {
    signal.throwIfAborted();
    const answer = await http.request({
      method: 'GET',
      path: collectionPath({ apiVersion: 'v1', kind: 'Event', namespace }),
      query: { limit: PAGE_SIZE, ...(next && { continue: next }) },
    });
    const page: WireList<WireEvent> = JSON.parse(answer);
    await onPage(page.items.map(event => trimEvent(event, interner)));
    next = page.metadata.continue;
  } while (next);
}
