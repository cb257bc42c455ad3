import {
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_PART,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { COMPUTE_CLUSTER_ENTITY_TYPE } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** A catalog query for the compute clusters that an entity depends on; those of a System are its parts, or its parts depend on them. */
export function clustersNeededBy(entity: Entity) {
  const self = stringifyEntityRef(entity);
  const isSystem = entity.kind.toLowerCase() === 'system';
  const parts = isSystem ? getEntityRelations(entity, RELATION_HAS_PART) : [];
  const dependents = [self, ...parts.map(part => stringifyEntityRef(part))];
  return {
    $any: [
      clusterWith(RELATION_DEPENDENCY_OF, dependents),
      clusterWith(RELATION_PART_OF, [self]),
    ],
  };
}

function clusterWith(type: string, targetRefs: string[]) {
  return {
    kind: 'resource',
    'spec.type': COMPUTE_CLUSTER_ENTITY_TYPE,
    relations: { $contains: { type, targetRef: { $in: targetRefs } } },
  };
}
