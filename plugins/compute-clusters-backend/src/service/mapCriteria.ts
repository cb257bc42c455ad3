import { PermissionCriteria } from '@backstage/plugin-permission-common';

/** The same criteria with each condition replaced. */
export function mapCriteria<TFrom extends object, TTo>(
  criteria: PermissionCriteria<TFrom>,
  replace: (condition: TFrom) => TTo,
): PermissionCriteria<TTo> {
  if ('anyOf' in criteria) {
    const [first, ...rest] = criteria.anyOf;
    return {
      anyOf: [
        mapCriteria(first, replace),
        ...rest.map(part => mapCriteria(part, replace)),
      ],
    };
  }
  if ('allOf' in criteria) {
    const [first, ...rest] = criteria.allOf;
    return {
      allOf: [
        mapCriteria(first, replace),
        ...rest.map(part => mapCriteria(part, replace)),
      ],
    };
  }
  if ('not' in criteria) {
    return { not: mapCriteria(criteria.not, replace) };
  }
  return replace(criteria);
}
