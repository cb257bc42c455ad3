import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TestPortalOptions } from './startTestPortal';

/** A policy that allows all but this. */
export function denying(name: string): TestPortalOptions['permissions'] {
  const decide = async (requests: { permission: { name: string } }[]) =>
    requests.map(({ permission }) =>
      permission.name === name
        ? ({ result: AuthorizeResult.DENY } as const)
        : ({ result: AuthorizeResult.ALLOW } as const),
    );
  return { authorize: decide, authorizeConditional: decide };
}
