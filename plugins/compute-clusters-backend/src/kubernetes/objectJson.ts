import { KubernetesObject } from '@kubernetes/client-node';
// the client's models rename fields like `default` and `from`, and hold dates: only its serializer knows which
import { ObjectSerializer } from '@kubernetes/client-node/dist/serializer.js';
import { getSerializationType } from '@kubernetes/client-node/dist/util.js';

/**
 * Kinds whose models rename nothing, of which there is one for each cluster or run. The serializer visits every field
 * that a Job might have, which takes twenty times as long as to write it.
 */
const PLAIN_KINDS = new Set([
  'v1 ConfigMap',
  'v1 Secret',
  'v1 Service',
  'batch/v1 Job',
]);

/** The client's object as the API server wants it. */
export function toJson(object: KubernetesObject): string {
  if (PLAIN_KINDS.has(`${object.apiVersion} ${object.kind}`)) {
    return JSON.stringify(object);
  }
  const type = getSerializationType(object.apiVersion, object.kind);
  return JSON.stringify(ObjectSerializer.serialize(object, type));
}

/** The API server's object as the client's types describe it. */
export function fromJson<T extends KubernetesObject>(
  text: string,
  of: { apiVersion?: string; kind?: string },
): T {
  const type = getSerializationType(of.apiVersion, of.kind);
  return ObjectSerializer.deserialize(JSON.parse(text), type);
}
