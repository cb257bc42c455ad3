import type { ResourceType } from './ResourceType';
import { apiVersionOf } from './ResourceType';

function core(
  kind: string,
  plural: string,
  more: Partial<ResourceType> = {},
): ResourceType {
  return {
    group: '',
    version: 'v1',
    kind,
    plural,
    singular: kind.toLowerCase(),
    namespaced: true,
    ...more,
  };
}

/** Pods. */
export const PODS = core('Pod', 'pods', {
  shortNames: ['po'],
  categories: ['all'],
  status: true,
  generation: true,
  subresources: [
    { name: 'log', kind: 'Pod', verbs: ['get'] },
    {
      name: 'proxy',
      kind: 'PodProxyOptions',
      verbs: ['create', 'delete', 'get', 'patch', 'update'],
    },
    { name: 'eviction', kind: 'Eviction', verbs: ['create'] },
    { name: 'binding', kind: 'Binding', verbs: ['create'] },
  ],
});

/** Namespaces. */
export const NAMESPACES = core('Namespace', 'namespaces', {
  namespaced: false,
  shortNames: ['ns'],
  status: true,
});

/** Nodes. */
export const NODES = core('Node', 'nodes', {
  namespaced: false,
  shortNames: ['no'],
  status: true,
});

/** Events. */
export const EVENTS = core('Event', 'events', { shortNames: ['ev'] });

/** Secrets. */
export const SECRETS = core('Secret', 'secrets');

/** ConfigMaps. */
export const CONFIG_MAPS = core('ConfigMap', 'configmaps', {
  shortNames: ['cm'],
});

/** Services. */
export const SERVICES = core('Service', 'services', {
  shortNames: ['svc'],
  categories: ['all'],
  status: true,
});

/** ServiceAccounts. */
export const SERVICE_ACCOUNTS = core('ServiceAccount', 'serviceaccounts', {
  shortNames: ['sa'],
  subresources: [{ name: 'token', kind: 'TokenRequest', verbs: ['create'] }],
});

/** ResourceQuotas. */
export const RESOURCE_QUOTAS = core('ResourceQuota', 'resourcequotas', {
  shortNames: ['quota'],
  status: true,
});

/** LimitRanges. */
export const LIMIT_RANGES = core('LimitRange', 'limitranges', {
  shortNames: ['limits'],
});

/** PersistentVolumeClaims. */
export const PERSISTENT_VOLUME_CLAIMS = core(
  'PersistentVolumeClaim',
  'persistentvolumeclaims',
  { shortNames: ['pvc'], status: true },
);

/** Jobs. */
export const JOBS: ResourceType = {
  ...core('Job', 'jobs', {
    categories: ['all'],
    status: true,
    generation: true,
  }),
  group: 'batch',
};

/** A route of the Gateway API, as where its resource definitions are installed. */
function gatewayRoute(kind: string): ResourceType {
  return {
    ...core(kind, `${kind.toLowerCase()}s`, { status: true, generation: true }),
    group: 'gateway.networking.k8s.io',
  };
}

/** Every kind of object that this API server keeps. */
export const RESOURCE_TYPES: readonly ResourceType[] = [
  PODS,
  NAMESPACES,
  NODES,
  EVENTS,
  SECRETS,
  CONFIG_MAPS,
  SERVICES,
  SERVICE_ACCOUNTS,
  RESOURCE_QUOTAS,
  LIMIT_RANGES,
  PERSISTENT_VOLUME_CLAIMS,
  JOBS,
  core('Endpoints', 'endpoints', { shortNames: ['ep'] }),
  core('PersistentVolume', 'persistentvolumes', {
    namespaced: false,
    shortNames: ['pv'],
    status: true,
  }),
  { ...core('Role', 'roles'), group: 'rbac.authorization.k8s.io' },
  {
    ...core('RoleBinding', 'rolebindings'),
    group: 'rbac.authorization.k8s.io',
  },
  {
    ...core('ClusterRole', 'clusterroles', { namespaced: false }),
    group: 'rbac.authorization.k8s.io',
  },
  {
    ...core('ClusterRoleBinding', 'clusterrolebindings', { namespaced: false }),
    group: 'rbac.authorization.k8s.io',
  },
  {
    ...core('NetworkPolicy', 'networkpolicies', {
      shortNames: ['netpol'],
      generation: true,
    }),
    group: 'networking.k8s.io',
  },
  {
    ...core('Ingress', 'ingresses', {
      shortNames: ['ing'],
      status: true,
      generation: true,
    }),
    group: 'networking.k8s.io',
  },
  gatewayRoute('GRPCRoute'),
  gatewayRoute('HTTPRoute'),
  {
    ...core('PriorityClass', 'priorityclasses', {
      namespaced: false,
      shortNames: ['pc'],
      generation: true,
    }),
    group: 'scheduling.k8s.io',
  },
  {
    ...core('StorageClass', 'storageclasses', {
      namespaced: false,
      shortNames: ['sc'],
    }),
    group: 'storage.k8s.io',
  },
  { ...core('Lease', 'leases'), group: 'coordination.k8s.io' },
  {
    ...core('PodDisruptionBudget', 'poddisruptionbudgets', {
      shortNames: ['pdb'],
      status: true,
      generation: true,
    }),
    group: 'policy',
  },
];

/** The type that a path names, or undefined. */
export function typeByPath(
  group: string,
  version: string,
  plural: string,
): ResourceType | undefined {
  return RESOURCE_TYPES.find(
    type =>
      type.group === group &&
      type.version === version &&
      type.plural === plural,
  );
}

/** The type of objects with this apiVersion and kind, or undefined. */
export function typeOf(object: {
  apiVersion: string;
  kind: string;
}): ResourceType | undefined {
  return RESOURCE_TYPES.find(
    type =>
      type.kind === object.kind && apiVersionOf(type) === object.apiVersion,
  );
}
