import { ClusterState } from './schema/openapi';

/**
 * Every state of a compute cluster, in the order in which a cluster goes through them.
 *
 * @public
 */
export const CLUSTER_STATES: readonly ClusterState[] = [
  'STARTING',
  'ACTIVE',
  'STOPPING',
  'STOPPED',
  'FAILED',
  'DELETING',
  'UNKNOWN',
];

/**
 * The ETag of a cluster: its generation in quotes. Built here too, because pages of another origin see no ETag header.
 *
 * @public
 */
export function etagOf(generation: number): string {
  return `"${generation}"`;
}
