import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { getEntityRelations } from '@backstage/plugin-catalog-react';

/** Whose clusters belong on an entity's page: its own, and for a person those of his teams. */
export function ownerRefsOf(entity: Entity): string[] {
  const teams = getEntityRelations(entity, RELATION_MEMBER_OF, {
    kind: 'group',
  });
  const isUser = entity.kind.toLowerCase() === 'user';
  return [
    stringifyEntityRef(entity),
    ...(isUser ? teams.map(team => stringifyEntityRef(team)) : []),
  ];
}
