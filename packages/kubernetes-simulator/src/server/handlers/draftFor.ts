import type { JsonObject } from '../../objects/json';
import type { ObjectDraft } from '../../objects/KubernetesObject';
import { asDraft } from '../../registry/asObject';
import { apiVersionOf } from '../../resources/ResourceType';
import { badRequest } from '../../status';
import type { RequestTarget } from '../RequestTarget';

/**
 * The body of a write, checked against the path.
 *
 * @throws StatusError 400
 */
export function draftFor(body: JsonObject, target: RequestTarget): ObjectDraft {
  const { type, namespace, name } = target;
  const draft = asDraft({
    apiVersion: apiVersionOf(type),
    kind: type.kind,
    metadata: {},
    ...body,
  });
  if (draft.kind !== type.kind || draft.apiVersion !== apiVersionOf(type)) {
    throw badRequest(
      `${draft.kind} in version "${draft.apiVersion}" cannot be handled as a ${type.kind}`,
    );
  }
  const { metadata } = draft;
  if (name && metadata.name && metadata.name !== name) {
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  if (metadata.namespace && metadata.namespace !== (namespace ?? '')) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  return {
    ...draft,
    metadata: {
      ...metadata,
      ...(name ? { name } : {}),
      ...(namespace ? { namespace } : {}),
    },
  };
}
