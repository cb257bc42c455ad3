import { useApi } from '@backstage/core-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';

/** Short names of entities, where a link cannot stand (in options). */
export function useEntityNames(refs: readonly string[]) {
  const presentation = useApi(entityPresentationApiRef);
  const names = new Map(
    refs.map(ref => [ref, presentation.forEntity(ref).snapshot.primaryTitle]),
  );
  return (ref: string) => names.get(ref) ?? parseEntityRef(ref).name;
}
