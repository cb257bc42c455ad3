import { KubernetesObject } from '@kubernetes/client-node';
// the client's models rename fields like `default` and `from`, and hold dates: only its serializer knows which
import { ObjectSerializer } from '@kubernetes/client-node/dist/serializer.js';
import { getSerializationType } from '@kubernetes/client-node/dist/util.js';

/** The client's object as the API server wants it. */
export function toJson(object: KubernetesObject): string {
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
