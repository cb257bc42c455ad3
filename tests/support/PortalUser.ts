import { ComputeClustersClient } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { waitUntil } from './waitUntil';

/** A demo user, as a script is one: with a token and the plugin's own client. */
export class PortalUser {
  /** Signs in by name. */
  static async signIn(backendUrl: string, name: string): Promise<PortalUser> {
    const response = await fetch(
      `${backendUrl}/api/auth/demo/refresh?user=${name}`,
      { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    if (!response.ok) {
      throw new Error(`${name} cannot sign in: ${await response.text()}`);
    }
    const { backstageIdentity } = await response.json();
    return new PortalUser(backendUrl, backstageIdentity.token);
  }

  /** Somebody whose token is known. */
  static withToken(backendUrl: string, token: string): PortalUser {
    return new PortalUser(backendUrl, token);
  }

  /** The plugin's API, as this user. */
  readonly clusters: ComputeClustersClient;

  private constructor(
    private readonly backendUrl: string,
    readonly token: string,
  ) {
    this.clusters = new ComputeClustersClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${backendUrl}/api/${pluginId}`,
      },
      fetchApi: { fetch: (input, init) => fetch(input, this.signed(init)) },
    });
  }

  /** Waits until a cluster is in a state, a minute at most. */
  async reaches(id: string, state: string): Promise<void> {
    await waitUntil(
      state,
      async () => (await this.clusters.getCluster(id)).status.state === state,
      { timeoutMs: 60_000 },
    );
  }

  /** Any other request of this user. */
  async get(path: string): Promise<Response> {
    return fetch(`${this.backendUrl}${path}`, this.signed());
  }

  private signed(init: RequestInit = {}): RequestInit {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${this.token}`);
    return { ...init, headers };
  }
}
