import type { ResourceType } from '../resources/ResourceType';
import { typeByPath } from '../resources/resourceTypes';

/** What a path under `/api` or `/apis` names. */
export interface RequestTarget {
  type: ResourceType;
  namespace?: string;
  name?: string;
  subresource?: string;
  /** What follows the subresource, for proxies. */
  rest: string;
}

interface GroupPath {
  group: string;
  version: string;
  segments: string[];
}

function groupPathOf(pathname: string): GroupPath | undefined {
  const parts = pathname.split('/').slice(1).map(decodeURIComponent);
  if (parts[0] === 'api') {
    return { group: '', version: parts[1], segments: parts.slice(2) };
  }
  if (parts[0] !== 'apis') return undefined;
  return { group: parts[1], version: parts[2], segments: parts.slice(3) };
}

/** The target of a path, or undefined if there is no such resource. */
export function parseTarget(pathname: string): RequestTarget | undefined {
  const path = groupPathOf(pathname);
  if (!path) return undefined;
  const { group, version, segments } = path;
  const inNamespace = segments[0] === 'namespaces' && segments.length > 2;
  const own = ['status', 'finalize'].includes(segments[2]);
  const [namespace, rest] =
    inNamespace && !own
      ? [segments[1], segments.slice(2)]
      : [undefined, segments];
  const [plural, name, subresource, ...more] = rest;
  const type = plural ? typeByPath(group, version, plural) : undefined;
  if (!type || (namespace !== undefined && !type.namespaced)) return undefined;
  return {
    type,
    namespace,
    name: name || undefined,
    subresource: subresource || undefined,
    rest: more.join('/'),
  };
}
