import type { JsonObject } from '../../objects/json';
import type { ResourceType } from '../../resources/ResourceType';
import { apiVersionOf } from '../../resources/ResourceType';
import { RESOURCE_TYPES } from '../../resources/resourceTypes';
import type { Exchange } from '../Exchange';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** The version of Kubernetes whose behaviour is simulated. */
export const KUBERNETES_VERSION = {
  major: '1',
  minor: '35',
  gitVersion: 'v1.35.4',
};

function entriesOf(type: ResourceType): JsonObject[] {
  const { plural, singular, kind, namespaced, shortNames, categories } = type;
  const sub = (name: string, subKind: string, verbs: string[]): JsonObject => ({
    name: `${plural}/${name}`,
    singularName: '',
    namespaced,
    kind: subKind,
    verbs,
  });
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind,
      verbs: VERBS,
      ...(shortNames ? { shortNames } : {}),
      ...(categories ? { categories } : {}),
    },
    ...(type.status ? [sub('status', kind, ['get', 'patch', 'update'])] : []),
    ...(type.subresources ?? []).map(item =>
      sub(item.name, item.kind, item.verbs),
    ),
  ];
}

function resourceList(groupVersion: string): JsonObject | undefined {
  const types = RESOURCE_TYPES.filter(
    type => apiVersionOf(type) === groupVersion,
  );
  if (types.length === 0) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: types.flatMap(entriesOf),
  };
}

function groupOf(name: string): JsonObject {
  const type = RESOURCE_TYPES.find(({ group }) => group === name);
  const version = {
    groupVersion: `${name}/${type?.version}`,
    version: type?.version,
  };
  return { name, versions: [version], preferredVersion: version };
}

function groupList(): JsonObject {
  const names = new Set(RESOURCE_TYPES.map(type => type.group));
  names.delete('');
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [...names].map(groupOf),
  };
}

function discoveryOf(pathname: string): JsonObject | undefined {
  if (pathname === '/api') {
    return { kind: 'APIVersions', versions: ['v1'] };
  }
  if (pathname === '/apis') return groupList();
  if (pathname === '/version') {
    return { ...KUBERNETES_VERSION, platform: 'simulated' };
  }
  const path = /^\/(?:api|apis)\/(.+)$/.exec(pathname)?.[1] ?? '';
  const known = RESOURCE_TYPES.some(({ group }) => group && group === path);
  if (known) return { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(path) };
  return resourceList(path);
}

/** Answers what a client asks to find its way; false if the path is about something else. */
export function handleDiscovery(exchange: Exchange): boolean {
  const pathname = exchange.url.pathname.replace(/\/$/, '');
  if (exchange.method !== 'GET') return false;
  const body = discoveryOf(pathname);
  if (!body) return false;
  exchange.sendJson(200, body);
  return true;
}
