import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Who did something: a person with a link, or a service by its name. */
export function UserName({ name }: { name: string }) {
  return isEntityRef(name) ? <EntityRefLink entityRef={name} /> : <>{name}</>;
}

function isEntityRef(name: string): boolean {
  try {
    return parseEntityRef(name).kind.toLowerCase() === 'user';
  } catch {
    return false;
  }
}
