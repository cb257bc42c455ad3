import { useApiHolder } from '@backstage/core-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';

/** Short names of entities, where a link cannot stand (in options). */
export function useEntityNames() {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  return (ref: string): string =>
    entityPresentationSnapshot(ref, undefined, presentation).primaryTitle;
}
