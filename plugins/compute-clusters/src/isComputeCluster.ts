import type { Entity } from '@backstage/catalog-model';
import {
  COMPUTE_CLUSTER_ENTITY_TYPE,
  CLUSTER_LOCATION_ANNOTATION,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/**
 * Whether an entity stands for a compute cluster.
 *
 * @public
 */
export function isComputeCluster(entity: Entity): boolean {
  return (
    entity.kind.toLowerCase() === 'resource' &&
    entity.spec?.type === COMPUTE_CLUSTER_ENTITY_TYPE &&
    Boolean(entity.metadata.annotations?.[CLUSTER_LOCATION_ANNOTATION])
  );
}
