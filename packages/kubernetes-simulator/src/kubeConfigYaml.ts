import { stringify } from 'yaml';

/** Without it the JavaScript client refuses to speak plain HTTP. */
const PLAIN_HTTP = { 'insecure-skip-tls-verify': true };

/**
 * A kubeconfig that leads to a simulated cluster. Its second context is for kubectl, which sends tokens only over TLS: there
 * the token is a part of the server's address.
 */
export function kubeConfigYaml(server: string, token: string): string {
  const name = 'kubernetes-simulator';
  const kubectl = `${name}-kubectl`;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name, cluster: { server, ...PLAIN_HTTP } },
      {
        name: kubectl,
        cluster: { server: `${server}/token/${token}`, ...PLAIN_HTTP },
      },
    ],
    users: [{ name, user: { token } }],
    contexts: [
      { name, context: { cluster: name, user: name } },
      { name: kubectl, context: { cluster: kubectl, user: name } },
    ],
    'current-context': name,
  });
}
