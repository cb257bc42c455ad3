import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import type { Request } from 'express';

/** What the demo provider knows about the caller: the name that was asked for. */
export interface DemoAuthResult {
  name: string;
}

/** The header in which a sign-in page names the user: it cannot send a query. */
export const DEMO_USER_HEADER = 'x-demo-user';

const ENTITY_NAME = /^[a-zA-Z0-9]([-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$/;

function requestedName(req: Request): string {
  const name = req.query.user ?? req.header(DEMO_USER_HEADER);
  if (typeof name !== 'string' || !ENTITY_NAME.test(name)) {
    throw new AuthenticationError(
      'Name one user of the demo portal: /api/auth/demo/refresh?user=NAME',
    );
  }
  return name;
}

/**
 * Signs in whoever the request names, without a password.
 *
 * It is for the demo portal and for tests alone, so it refuses to start in production.
 */
export const demoAuthenticator = createProxyAuthenticator<
  void,
  DemoAuthResult,
  undefined
>({
  defaultProfileTransform: async ({ name }) => ({
    profile: { displayName: name },
  }),
  initialize() {
    if (process.env.NODE_ENV === 'production') {
      throw new Error(
        'The auth provider "demo" signs in anybody without a password: it refuses to start in production. Remove auth.providers.demo from the configuration.',
      );
    }
  },
  async authenticate({ req }) {
    return { result: { name: requestedName(req) } };
  },
});
