import { randomBytes } from 'node:crypto';
import { childOf } from '../../objects/json';
import type { Handler } from './Handler';

const DEFAULT_SECONDS = 3600;

/** POST of a TokenRequest: a bearer token for a service account. It opens nothing that the main token would not. */
export const handleTokenRequest: Handler = async (
  context,
  exchange,
  target,
) => {
  const { type, namespace, name = '' } = target;
  const body = await exchange.readObject();
  context.registry.read(type, namespace, name);
  const spec = childOf(body, 'spec');
  const seconds = Number(spec.expirationSeconds ?? DEFAULT_SECONDS);
  const token = randomBytes(24).toString('base64url');
  context.tokens.set(token, `system:serviceaccount:${namespace}:${name}`);
  const end = new Date(context.clock.now().getTime() + seconds * 1000);
  exchange.sendJson(201, {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { name, namespace },
    spec: { audiences: [], expirationSeconds: seconds, ...spec },
    status: { token, expirationTimestamp: end.toISOString() },
  });
};
