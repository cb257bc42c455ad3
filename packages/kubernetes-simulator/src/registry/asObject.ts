import type { JsonObject } from '../objects/json';
import { isJsonObject } from '../objects/json';
import type {
  KubernetesObject,
  ObjectDraft,
} from '../objects/KubernetesObject';
import {
  isObjectDraft,
  malformedMetadataField,
} from '../objects/KubernetesObject';
import { badRequest } from '../status';

/** @throws StatusError 400 if JSON is no Kubernetes object */
export function asDraft(value: JsonObject): ObjectDraft {
  if (isObjectDraft(value)) return value;
  if (!value.kind) {
    throw badRequest("Object 'Kind' is missing in the request body");
  }
  const meta = isJsonObject(value.metadata) ? value.metadata : {};
  const field = malformedMetadataField(meta) ?? '';
  throw badRequest(
    `${String(value.kind)} in version "${String(
      value.apiVersion,
    )}" cannot be handled as a ${String(
      value.kind,
    )}: json: cannot unmarshal into Go struct field ObjectMeta.metadata.${field}`,
  );
}

/** As {@link asDraft}, with empty text for what the server has not filled in. */
export function asObject(value: JsonObject): KubernetesObject {
  const draft = asDraft(value);
  return {
    ...draft,
    metadata: {
      ...draft.metadata,
      name: draft.metadata.name ?? '',
      uid: draft.metadata.uid ?? '',
      resourceVersion: draft.metadata.resourceVersion ?? '',
      creationTimestamp: draft.metadata.creationTimestamp ?? '',
    },
  };
}
