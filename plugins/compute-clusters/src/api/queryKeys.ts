import type { QueryKey } from '@tanstack/react-query';
import type {
  ClusterLocation,
  ListClustersQuery,
  UsageQuery,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

const ROOT = 'compute-clusters';

/** The cache keys, in one place so that a signal finds what it makes stale. */
export const queryKeys = {
  lists: [ROOT, 'list'],
  list: (query: ListClustersQuery) => [ROOT, 'list', query],
  cluster: ({ kubernetesCluster, namespace, name }: ClusterLocation) => [
    ROOT,
    'cluster',
    kubernetesCluster,
    namespace,
    name,
  ],
  activity: (id: string) => [ROOT, 'activity', id],
  insides: (id: string) => [ROOT, 'inside', id],
  inside: (id: string, part: string, query: object = {}) => [
    ROOT,
    'inside',
    id,
    part,
    query,
  ],
  usage: (query: UsageQuery) => [ROOT, 'usage', query],
  needed: (entityRef: string) => [ROOT, 'needed', entityRef],
  namespaces: [ROOT, 'namespaces'],
  nodeTypes: [ROOT, 'node-types'],
  volumes: [ROOT, 'volumes'],
  images: [ROOT, 'images'],
  me: [ROOT, 'me'],
  permission: (name: string, resourceRef?: string) => [
    ROOT,
    'permission',
    name,
    resourceRef,
  ],
  health: [ROOT, 'health'],
  cookie: [ROOT, 'cookie'],
} as const;

/** Whether a key is that of one cluster. */
export function isClusterKey([root, kind]: QueryKey): boolean {
  return root === ROOT && kind === 'cluster';
}
