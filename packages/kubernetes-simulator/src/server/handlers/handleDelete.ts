import { apiVersionOf } from '../../resources/ResourceType';
import { Selection } from '../../selectors/Selection';
import { serialize, serializeItem } from '../../storage/serialize';
import { deleteOptionsOf } from './deleteOptionsOf';
import type { Handler } from './Handler';

/** Kinds whose deletion answers the object itself; for others it is a Status once the object is gone. */
const ANSWERS_OBJECT = new Set([
  'Pod',
  'Service',
  'ServiceAccount',
  'ResourceQuota',
  'PersistentVolumeClaim',
  'PersistentVolume',
]);

/** DELETE of one object. */
export const handleDelete: Handler = async (context, exchange, target) => {
  const { type, namespace, name = '' } = target;
  const options = deleteOptionsOf(exchange, await exchange.readBody());
  const live = context.registry.read(type, namespace, name);
  const { object, removed } = context.registry.delete(type, live, options);
  if (!removed || ANSWERS_OBJECT.has(type.kind)) {
    exchange.sendText(200, serialize(object), 'application/json');
    return;
  }
  exchange.sendJson(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(type.group ? { group: type.group } : {}),
      kind: type.plural,
      uid: live.metadata.uid,
    },
  });
};

/** DELETE of many objects. */
export const handleDeleteCollection: Handler = async (
  context,
  exchange,
  target,
) => {
  const { type, namespace } = target;
  const options = deleteOptionsOf(exchange, await exchange.readBody());
  const selection = Selection.parse(type, { namespace }, exchange.query);
  const objects = context.store
    .list(type, namespace)
    .filter(object => selection.matches(object));
  for (const object of objects) context.registry.delete(type, object, options);
  exchange.sendText(
    200,
    `{"kind":"${type.kind}List","apiVersion":"${apiVersionOf(
      type,
    )}","metadata":{"resourceVersion":"${
      context.store.revision
    }"},"items":[${objects.map(serializeItem).join(',')}]}`,
    'application/json',
  );
};
