import { Caller } from './Callers';
import { ForbiddenError } from './errors';

/** Why a caller may not change what is in a namespace, and whom to ask. */
export function notOwned(caller: Caller, ownerRef: string | null): string {
  if (caller.service) {
    return `Service ${caller.ref} may not change compute clusters: its token needs access restrictions that grant it`;
  }
  return ownerRef
    ? `The namespace belongs to ${ownerRef}: ask them to do it, or to take you in`
    : 'The namespace belongs to no team any more: ask the platform team';
}

/** The permission framework's refusal. */
export function notPermitted(permission: string): ForbiddenError {
  return new ForbiddenError(
    `Your portal's permission policy does not grant you ${permission}: ask the platform team`,
  );
}
