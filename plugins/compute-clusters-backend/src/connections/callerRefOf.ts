import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

const principalSchema = z.union([
  z.object({ type: z.literal('user'), userEntityRef: z.string() }),
  z.object({ type: z.literal('service'), subject: z.string() }),
]);

/**
 * Entity ref of a user, or the subject of a service.
 *
 * @throws AuthenticationError if the credentials are nobody's
 */
export function callerRefOf({ principal }: BackstageCredentials): string {
  const known = principalSchema.safeParse(principal).data;
  if (!known) {
    throw new AuthenticationError('Sign in first');
  }
  return known.type === 'user' ? known.userEntityRef : known.subject;
}

/** The name that a caller's Thrift clients give, so that Spark's UI tells whose queries are whose. */
export function thriftUserOf({ principal }: BackstageCredentials): string {
  const known = principalSchema.safeParse(principal).data;
  return known?.type === 'user'
    ? parseEntityRef(known.userEntityRef).name
    : 'spark';
}
