import { ResponseError } from '@backstage/errors';
import crossFetch from 'cross-fetch';
import {
  ComputeCluster,
  ConfigureClusterRequest,
  CreateClusterRequest,
  DefaultApiClient,
  RequestOptions,
  TypedResponse,
} from '../schema/openapi';
import { FetchApi } from '../schema/openapi/generated/types/fetch';
import { DiscoveryApi } from '../schema/openapi/generated/types/discovery';
import { ClusterLocation } from '../entity';
import {
  CommandOptions,
  ComputeClustersApi,
  ComputeClustersRequestOptions,
  ConditionalOptions,
  IdempotentOptions,
  ListActivityQuery,
  ListClustersQuery,
} from './ComputeClustersApi';
import {
  activityWithDates,
  clusterWithDates,
  healthWithDates,
} from './realDates';
import { requestFetch } from './requestFetch';

/**
 * The {@link ComputeClustersApi} over HTTP, for browser and Node.
 *
 * @public
 */
export class ComputeClustersClient implements ComputeClustersApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: crossFetch };
  }

  async listClusters(
    query: ListClustersQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    const page = await this.#send(options, (client, auth) =>
      client.listClusters({ query }, auth),
    );
    return { ...page, items: page.items.map(clusterWithDates) };
  }

  getCluster(id: string, options?: ComputeClustersRequestOptions) {
    return this.#sendForCluster(options, (client, auth) =>
      client.getCluster({ path: { id } }, auth),
    );
  }

  getClusterByName(
    location: ClusterLocation,
    options?: ComputeClustersRequestOptions,
  ) {
    const { kubernetesCluster, namespace, name } = location;
    return this.#sendForCluster(options, (client, auth) =>
      client.getClusterByName(
        { path: { kubernetesCluster, namespace, name } },
        auth,
      ),
    );
  }

  createCluster(
    body: CreateClusterRequest,
    options: ComputeClustersRequestOptions & IdempotentOptions = {},
  ) {
    const { idempotencyKey } = options;
    return this.#sendForCluster(options, (client, auth) =>
      client.createCluster({ body, header: { idempotencyKey } }, auth),
    );
  }

  configureCluster(
    id: string,
    body: ConfigureClusterRequest,
    options: ComputeClustersRequestOptions & ConditionalOptions = {},
  ) {
    const { ifMatch } = options;
    return this.#sendForCluster(options, (client, auth) =>
      client.configureCluster(
        { path: { id }, body, header: { ifMatch } },
        auth,
      ),
    );
  }

  startCluster(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#sendForCluster(options, (client, auth) =>
      client.startCluster(commandOf(id, options), auth),
    );
  }

  restartCluster(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#sendForCluster(options, (client, auth) =>
      client.restartCluster(commandOf(id, options), auth),
    );
  }

  terminateCluster(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#sendForCluster(options, (client, auth) =>
      client.terminateCluster(commandOf(id, options), auth),
    );
  }

  deleteCluster(
    id: string,
    options: ComputeClustersRequestOptions & ConditionalOptions = {},
  ) {
    const { ifMatch } = options;
    return this.#sendForCluster(options, (client, auth) =>
      client.deleteCluster({ path: { id }, header: { ifMatch } }, auth),
    );
  }

  validateCluster(
    body: CreateClusterRequest,
    options?: ComputeClustersRequestOptions,
  ) {
    return this.#send(options, (client, auth) =>
      client.validateCluster({ body }, auth),
    );
  }

  async listActivity(
    id: string,
    query: ListActivityQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    const page = await this.#send(options, (client, auth) =>
      client.listActivity({ path: { id }, query }, auth),
    );
    return { ...page, items: page.items.map(activityWithDates) };
  }

  getConnectToken(id: string, options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) =>
      client.getConnectToken({ path: { id } }, auth),
    );
  }

  listNamespaces(options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) =>
      client.listNamespaces({}, auth),
    );
  }

  listNodeTypes(options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) =>
      client.listNodeTypes({}, auth),
    );
  }

  listVolumes(options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) => client.listVolumes({}, auth));
  }

  listImages(options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) => client.listImages({}, auth));
  }

  getMe(options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) => client.getMe({}, auth));
  }

  async getHealth(options?: ComputeClustersRequestOptions) {
    return healthWithDates(
      await this.#send(options, (client, auth) => client.getHealth({}, auth)),
    );
  }

  async #sendForCluster(
    options: ComputeClustersRequestOptions | undefined,
    request: (
      client: DefaultApiClient,
      auth: RequestOptions,
    ) => Promise<TypedResponse<ComputeCluster>>,
  ): Promise<ComputeCluster> {
    return clusterWithDates(await this.#send(options, request));
  }

  async #send<T>(
    options: ComputeClustersRequestOptions | undefined,
    request: (
      client: DefaultApiClient,
      auth: RequestOptions,
    ) => Promise<TypedResponse<T>>,
  ): Promise<T> {
    const client = new DefaultApiClient({
      discoveryApi: this.#discoveryApi,
      fetchApi: requestFetch(this.#fetchApi, options?.signal),
    });
    const response = await request(client, { token: options?.token });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function commandOf(
  id: string,
  options: ComputeClustersRequestOptions & CommandOptions,
) {
  const { ifMatch, idempotencyKey } = options;
  return { path: { id }, header: { ifMatch, idempotencyKey } };
}
