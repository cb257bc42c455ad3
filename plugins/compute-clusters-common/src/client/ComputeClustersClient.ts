import {
  ConfigureClusterRequest,
  CreateClusterRequest,
} from '../schema/openapi';
import { ClusterLocation } from '../entity';
import { ApiRequests } from './ApiRequests';
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

/**
 * The {@link ComputeClustersApi} over HTTP, for browser and Node.
 *
 * @public
 */
export class ComputeClustersClient implements ComputeClustersApi {
  readonly #requests: ApiRequests;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#requests = ApiRequests.create(options);
  }

  listClusters(
    query: ListClustersQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    return this.#requests.list(options, clusterWithDates, (client, auth) =>
      client.listClusters({ query }, auth),
    );
  }

  getCluster(id: string, options?: ComputeClustersRequestOptions) {
    return this.#requests.cluster(options, (client, auth) =>
      client.getCluster({ path: { id } }, auth),
    );
  }

  getClusterByName(
    location: ClusterLocation,
    options?: ComputeClustersRequestOptions,
  ) {
    const { kubernetesCluster, namespace, name } = location;
    return this.#requests.cluster(options, (client, auth) =>
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
    return this.#requests.cluster(options, (client, auth) =>
      client.createCluster({ body, header: { idempotencyKey } }, auth),
    );
  }

  configureCluster(
    id: string,
    body: ConfigureClusterRequest,
    options: ComputeClustersRequestOptions & ConditionalOptions = {},
  ) {
    const { ifMatch } = options;
    return this.#requests.cluster(options, (client, auth) =>
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
    return this.#requests.command(id, options, (client, command, auth) =>
      client.startCluster(command, auth),
    );
  }

  restartCluster(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#requests.command(id, options, (client, command, auth) =>
      client.restartCluster(command, auth),
    );
  }

  terminateCluster(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#requests.command(id, options, (client, command, auth) =>
      client.terminateCluster(command, auth),
    );
  }

  deleteCluster(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#requests.command(id, options, (client, command, auth) =>
      client.deleteCluster(command, auth),
    );
  }

  validateCluster(
    body: CreateClusterRequest,
    options?: ComputeClustersRequestOptions,
  ) {
    return this.#requests.body(options, (client, auth) =>
      client.validateCluster({ body }, auth),
    );
  }

  listActivity(
    id: string,
    query: ListActivityQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    return this.#requests.list(options, activityWithDates, (client, auth) =>
      client.listActivity({ path: { id }, query }, auth),
    );
  }

  keepClusterRunning(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#requests.command(id, options, (client, command, auth) =>
      client.keepClusterRunning(command, auth),
    );
  }

  giveUpPods(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions = {},
  ) {
    return this.#requests.command(id, options, (client, command, auth) =>
      client.giveUpPods(command, auth),
    );
  }

  listRuns(
    id: string,
    query: ListRunsQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    return this.#requests.list(options, runWithDates, (client, auth) =>
      client.listRuns({ path: { id }, query }, auth),
    );
  }

  getConfiguration(id: string, options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.getConfiguration({ path: { id } }, auth),
    );
  }

  getChanges(id: string, options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.getChanges({ path: { id } }, auth),
    );
  }

  getConnections(id: string, options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.getConnections({ path: { id } }, auth),
    );
  }

  rotateConnectToken(id: string, options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.rotateConnectToken({ path: { id } }, auth),
    );
  }

  listEvents(
    id: string,
    query: ListEventsQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    return this.#requests.list(options, eventWithDates, (client, auth) =>
      client.listEvents({ path: { id }, query }, auth),
    );
  }

  listPods(id: string, options?: ComputeClustersRequestOptions) {
    return this.#requests.list(options, podWithDates, (client, auth) =>
      client.listPods({ path: { id } }, auth),
    );
  }

  async getLogs(
    id: string,
    query: GetLogsQuery = {},
    options?: ComputeClustersRequestOptions,
  ): Promise<Response> {
    return await this.#requests.open(options, (client, auth) =>
      client.getLogs({ path: { id }, query }, auth),
    );
  }

  async getClusterUsage(
    id: string,
    query: ClusterUsageQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    return periodWithDates(
      await this.#requests.body(options, (client, auth) =>
        client.getClusterUsage({ path: { id }, query }, auth),
      ),
    );
  }

  async getExecutorHistory(
    id: string,
    options?: ComputeClustersRequestOptions,
  ) {
    return periodWithDates(
      await this.#requests.body(options, (client, auth) =>
        client.getExecutorHistory({ path: { id } }, auth),
      ),
    );
  }

  async getUsage(
    query: UsageQuery = {},
    options?: ComputeClustersRequestOptions,
  ) {
    return periodWithDates(
      await this.#requests.body(options, (client, auth) =>
        client.getUsage({ query }, auth),
      ),
    );
  }

  async getUsageCsv(
    query: UsageQuery = {},
    options?: ComputeClustersRequestOptions,
  ): Promise<Response> {
    return await this.#requests.open(
      { ...options, accept: 'text/csv' },
      (client, auth) => client.getUsage({ query }, auth),
    );
  }

  recoverClusters(options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.recoverClusters({}, auth),
    );
  }

  getConnectToken(id: string, options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.getConnectToken({ path: { id } }, auth),
    );
  }

  listNamespaces(options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.listNamespaces({}, auth),
    );
  }

  listNodeTypes(options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.listNodeTypes({}, auth),
    );
  }

  listVolumes(options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.listVolumes({}, auth),
    );
  }

  listImages(options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.listImages({}, auth),
    );
  }

  getMe(options?: ComputeClustersRequestOptions) {
    return this.#requests.body(options, (client, auth) =>
      client.getMe({}, auth),
    );
  }

  async getHealth(options?: ComputeClustersRequestOptions) {
    return healthWithDates(
      await this.#requests.body(options, (client, auth) =>
        client.getHealth({}, auth),
      ),
    );
  }
}
