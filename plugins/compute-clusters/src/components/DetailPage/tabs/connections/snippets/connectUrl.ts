import type { ConnectEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';

/** The variable that Spark Connect's own clients know, and that our snippets read. */
export const TOKEN_VARIABLE = 'SPARK_CONNECT_AUTHENTICATE_TOKEN';

/** An address of Spark Connect that ends with a token, or with what stands for one in the snippet's language. */
export function connectUrl(
  { user }: Pick<Target, 'user'>,
  { host, port, tls }: ConnectEndpoint,
  token: string,
): string {
  const parameters = [
    ...(tls ? ['use_ssl=true'] : []),
    `user_id=${encodeURIComponent(user)}`,
    `token=${token}`,
  ];
  return `sc://${host}:${port}/;${parameters.join(';')}`;
}
