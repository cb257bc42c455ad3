import { z } from 'zod';

/**
 * Topic of the events service on which changes of clusters are told to other back-end code.
 *
 * @public
 */
export const COMPUTE_CLUSTERS_TOPIC = 'compute-clusters';

/**
 * Signals channel on which changes of clusters are told to open pages.
 *
 * @public
 */
export const COMPUTE_CLUSTERS_CHANNEL = 'compute-clusters';

const clusterChangedEventSchema = z.object({
  clusterId: z.string(),
  kubernetesCluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  change: z.enum(['created', 'configured', 'commanded', 'observed', 'removed']),
});

/**
 * Says which cluster changed, never how: who needs more reads the cluster, with their own rights.
 *
 * @public
 */
export interface ClusterChangedEvent {
  clusterId: string;
  kubernetesCluster: string;
  namespace: string;
  name: string;
  change: ClusterChange;
}

/**
 * What happened: asked for by someone, seen in Kubernetes (`observed`), or gone for good (`removed`).
 *
 * @public
 */
export type ClusterChange =
  | 'created'
  | 'configured'
  | 'commanded'
  | 'observed'
  | 'removed';

/**
 * Whether an event's payload or a signal's message is a {@link ClusterChangedEvent}.
 *
 * @public
 */
export function isClusterChangedEvent(
  value: unknown,
): value is ClusterChangedEvent {
  return clusterChangedEventSchema.safeParse(value).success;
}
