import { KubernetesHttp } from '../KubernetesHttp';
import { WireList, WireObject } from './wire';

const PAGE_SIZE = 500;

/**
 * Lists a collection page by page, for servers that cannot begin a watch with what there is.
 *
 * @returns the version to watch from
 */
export async function listPages<W extends WireObject>(
  source: {
    http: KubernetesHttp;
    path: string;
    selector: Record<string, string>;
    headers?: Record<string, string>;
  },
  onObject: (object: W) => void,
): Promise<string> {
  let next: string | undefined;
  let resourceVersion = '';
  do {
    const answer = await source.http.request({
      method: 'GET',
      path: source.path,
      headers: source.headers,
      query: {
        ...source.selector,
        limit: String(PAGE_SIZE),
        ...(next && { continue: next }),
      },
    });
    const page: WireList<W> = JSON.parse(answer);
    page.items.forEach(onObject);
    next = page.metadata.continue;
    resourceVersion = page.metadata.resourceVersion ?? '';
  } while (next);
  return resourceVersion;
}
