import type { KubernetesObject } from '../objects/KubernetesObject';

const bodies = new WeakMap<KubernetesObject, string>();

/** Made once per version: many watches, lists and the state file share it. */
function bodyOf(object: KubernetesObject): string {
  const known = bodies.get(object);
  if (known !== undefined) return known;
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
  const body = JSON.stringify(rest);
  bodies.set(object, body);
  return body;
}

/** An object's JSON. */
export function serialize(object: KubernetesObject): string {
  const { kind, apiVersion } = object;
  return `{"kind":"${kind}","apiVersion":"${apiVersion}",${bodyOf(object).slice(
    1,
  )}`;
}

/** An object's JSON as it stands in a list: without kind and apiVersion, as Kubernetes does it. */
export function serializeItem(object: KubernetesObject): string {
  return bodyOf(object);
}

/** What a client gets who asks for the metadata alone. */
export function serializeMetadata({ metadata }: KubernetesObject): string {
  return `{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":${JSON.stringify(
    metadata,
  )}}`;
}
