import type { KubernetesObject } from '../../objects/KubernetesObject';
import { apiVersionOf } from '../../resources/ResourceType';
import { Selection } from '../../selectors/Selection';
import { badRequest, expired } from '../../status';
import type { ObjectStore } from '../../storage/ObjectStore';
import { serializeItem, serializeMetadata } from '../../storage/serialize';
import type { Handler } from './Handler';

interface Position {
  /** The list's resource version: that of its first page. */
  rv: number;
  /** The last key of the page before. */
  start: string;
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function byKey(left: KubernetesObject, right: KubernetesObject): number {
  return keyOf(left) < keyOf(right) ? -1 : 1;
}

function decode(token: string): Position {
  try {
    const position: Partial<Position> = JSON.parse(
      Buffer.from(token, 'base64url').toString('utf8'),
    );
    if (typeof position.rv === 'number' && typeof position.start === 'string') {
      return { rv: position.rv, start: position.start };
    }
  } catch {
    // Answered below, as for any other malformed token.
  }
  throw badRequest('continue key is not valid');
}

function positionOf(store: ObjectStore, token: string | null): Position {
  if (!token) return { rv: store.revision, start: '' };
  const position = decode(token);
  try {
    store.assertKnown(position.rv);
  } catch {
    throw expired(
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
    );
  }
  return position;
}

/**
 * GET of many objects. Pages show the present, under the resource version of the first page: a watch from there tells of
 * whatever changed between them.
 */
export const handleList: Handler = ({ store }, exchange, target) => {
  const { type, namespace, name } = target;
  const { query } = exchange;
  const selection = Selection.parse(type, { namespace, name }, query);
  const position = positionOf(store, query.get('continue'));
  const limit = Number(query.get('limit') ?? 0);
  const all = store
    .list(type, namespace)
    .filter(object => selection.matches(object))
    .sort(byKey)
    .filter(object => position.start === '' || keyOf(object) > position.start);
  const page = limit > 0 ? all.slice(0, limit) : all;
  const left = all.length - page.length;
  const next: Position | undefined =
    left > 0
      ? { rv: position.rv, start: keyOf(page[page.length - 1]) }
      : undefined;
  const metadata = {
    resourceVersion: String(position.rv),
    ...(next
      ? {
          continue: Buffer.from(JSON.stringify(next)).toString('base64url'),
          remainingItemCount: left,
        }
      : {}),
  };
  const { metadataOnly } = exchange;
  const items = page
    .map(metadataOnly ? serializeMetadata : serializeItem)
    .join(',');
  const [kind, apiVersion] = metadataOnly
    ? ['PartialObjectMetadata', 'meta.k8s.io/v1']
    : [type.kind, apiVersionOf(type)];
  exchange.sendText(
    200,
    `{"kind":"${kind}List","apiVersion":"${apiVersion}","metadata":${JSON.stringify(
      metadata,
    )},"items":[${items}]}`,
    'application/json',
  );
};
