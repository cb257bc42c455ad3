import {
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  type Entity,
} from '@backstage/catalog-model';
import { getEntityRelations } from '@backstage/plugin-catalog-react';

/**
 * Whether an entity may depend on compute clusters: a Component that depends on a Resource, or a System that has parts.
 *
 * @public
 */
export function mayDependOnComputeClusters(entity: Entity): boolean {
  const relations = (type: string, kind?: string) =>
    getEntityRelations(entity, type, kind ? { kind } : undefined).length > 0;
  switch (entity.kind.toLowerCase()) {
    case 'component':
      return relations(RELATION_DEPENDS_ON, 'resource');
    case 'system':
      return relations(RELATION_HAS_PART);
    default:
      return false;
  }
}
