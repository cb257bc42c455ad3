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
  ClusterUsageQuery,
  GetLogsQuery,
  ListActivityQuery,
  ListClustersQuery,
  ListEventsQuery,
  ListRunsQuery,
  UsageQuery,
} from './ComputeClustersApi';
import {
  activityWithDates,
  clusterWithDates,
  eventWithDates,
  healthWithDates,
  periodWithDates,
  podWithDates,
  runWithDates,
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

  keepClusterRunning(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#sendForCluster(options, (client, auth) =>
      client.keepClusterRunning(commandOf(id, options), auth),
    );
  }

  giveUpPods(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#sendForCluster(options, (client, auth) =>
      client.giveUpPods(commandOf(id, options), auth),
    );
  }

  async listRuns(
    id: string,
    query: ListRunsQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    const page = await this.#send(options, (client, auth) =>
      client.listRuns({ path: { id }, query }, auth),
    );
    return { ...page, items: page.items.map(runWithDates) };
  }

  getConfiguration(id: string, options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) =>
      client.getConfiguration({ path: { id } }, auth),
    );
  }

  getChanges(id: string, options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) =>
      client.getChanges({ path: { id } }, auth),
    );
  }

  getConnections(id: string, options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) =>
      client.getConnections({ path: { id } }, auth),
    );
  }

  rotateConnectToken(id: string, options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) =>
      client.rotateConnectToken({ path: { id } }, auth),
    );
  }

  async listEvents(
    id: string,
    query: ListEventsQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    const page = await this.#send(options, (client, auth) =>
      client.listEvents({ path: { id }, query }, auth),
    );
    return { ...page, items: page.items.map(eventWithDates) };
  }

  async listPods(id: string, options?: ComputeClustersRequestOptions) {
    const { items } = await this.#send(options, (client, auth) =>
      client.listPods({ path: { id } }, auth),
    );
    return { items: items.map(podWithDates) };
  }

  async getLogs(
    id: string,
    query: GetLogsQuery = {},
    options?: ComputeClustersRequestOptions,
  ): Promise<Response> {
    const client = this.#client(options);
    const auth = { token: options?.token };
    const response = await client.getLogs({ path: { id }, query }, auth);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }

  async getClusterUsage(
    id: string,
    query: ClusterUsageQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    return periodWithDates(
      await this.#send(options, (client, auth) =>
        client.getClusterUsage({ path: { id }, query }, auth),
      ),
    );
  }

  async getExecutorHistory(
    id: string,
    options?: ComputeClustersRequestOptions,
  ) {
    return periodWithDates(
      await this.#send(options, (client, auth) =>
        client.getExecutorHistory({ path: { id } }, auth),
      ),
    );
  }

  async getUsage(
    query: UsageQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    return periodWithDates(
      await this.#send(options, (client, auth) =>
        client.getUsage({ query }, auth),
      ),
    );
  }

  recoverClusters(options?: ComputeClustersRequestOptions) {
    return this.#send(options, (client, auth) =>
      client.recoverClusters({}, auth),
    );
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
    const response = await request(this.#client(options), {
      token: options?.token,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }

  #client(options?: ComputeClustersRequestOptions): DefaultApiClient {
    return new DefaultApiClient({
      discoveryApi: this.#discoveryApi,
      fetchApi: requestFetch(this.#fetchApi, options?.signal),
    });
  }
}

function commandOf(
  id: string,
  options: ComputeClustersRequestOptions & CommandOptions,
) {
  const { ifMatch, idempotencyKey } = options;
  return { path: { id }, header: { ifMatch, idempotencyKey } };
}
