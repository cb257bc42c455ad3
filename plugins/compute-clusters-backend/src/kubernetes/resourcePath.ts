/** The path of all objects of a kind, in a namespace or in the whole Kubernetes cluster. */
export function collectionPath(kind: {
  apiVersion: string;
  kind: string;
  namespace?: string;
}): string {
  const root = kind.apiVersion.includes('/') ? '/apis' : '/api';
  const namespace = kind.namespace
    ? `/namespaces/${encodeURIComponent(kind.namespace)}`
    : '';
  return `${root}/${kind.apiVersion}${namespace}/${plural(kind.kind)}`;
}

/** The path of one object. */
export function objectPath(ref: {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}): string {
  return `${collectionPath(ref)}/${encodeURIComponent(ref.name)}`;
}

/** As Kubernetes itself names resources after kinds; right for all built-in ones but Endpoints. */
function plural(kind: string): string {
  const name = kind.toLowerCase();
  if (/(s|x|ch|sh)$/.test(name)) {
    return `${name}es`;
  }
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
