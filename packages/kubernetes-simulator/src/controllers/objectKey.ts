import type { KubernetesObject } from '../objects/KubernetesObject';

/** `namespace/name`. */
export function objectKey({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** The parts of a key. */
export function parseKey(key: string): { namespace: string; name: string } {
  const [namespace, name] = key.split('/');
  return { namespace, name };
}
