import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  ClusterLocation,
  CommandOptions,
  ComputeClustersApi,
  ComputeClustersClient,
  ComputeClustersRequestOptions,
  ConditionalOptions,
  ConfigureClusterRequest,
  CreateClusterRequest,
  IdempotentOptions,
  ListActivityQuery,
  ListClustersQuery,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  ComputeClustersService,
  ComputeClustersServiceOptions,
} from './ComputeClustersService';

/**
 * The {@link ComputeClustersService} over HTTP, with a plugin token on behalf of the credentials' owner.
 *
 * @public
 */
export class DefaultComputeClustersService implements ComputeClustersService {
  private constructor(
    private readonly api: ComputeClustersApi,
    private readonly auth: AuthService,
  ) {}

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DefaultComputeClustersService {
    const api = new ComputeClustersClient({ discoveryApi: options.discovery });
    return new DefaultComputeClustersService(api, options.auth);
  }

  async listClusters(
    query: ListClustersQuery,
    options: ComputeClustersServiceOptions,
  ) {
    return this.api.listClusters(query, await this.authorize(options));
  }

  async getCluster(id: string, options: ComputeClustersServiceOptions) {
    return this.api.getCluster(id, await this.authorize(options));
  }

  async getClusterByName(
    location: ClusterLocation,
    options: ComputeClustersServiceOptions,
  ) {
    return this.api.getClusterByName(location, await this.authorize(options));
  }

  async createCluster(
    request: CreateClusterRequest,
    options: ComputeClustersServiceOptions & IdempotentOptions,
  ) {
    return this.api.createCluster(request, await this.authorize(options));
  }

  async configureCluster(
    id: string,
    request: ConfigureClusterRequest,
    options: ComputeClustersServiceOptions & ConditionalOptions,
  ) {
    return this.api.configureCluster(
      id,
      request,
      await this.authorize(options),
    );
  }

  async startCluster(
    id: string,
    options: ComputeClustersServiceOptions & CommandOptions,
  ) {
    return this.api.startCluster(id, await this.authorize(options));
  }

  async restartCluster(
    id: string,
    options: ComputeClustersServiceOptions & CommandOptions,
  ) {
    return this.api.restartCluster(id, await this.authorize(options));
  }

  async terminateCluster(
    id: string,
    options: ComputeClustersServiceOptions & CommandOptions,
  ) {
    return this.api.terminateCluster(id, await this.authorize(options));
  }

  async deleteCluster(
    id: string,
    options: ComputeClustersServiceOptions & ConditionalOptions,
  ) {
    return this.api.deleteCluster(id, await this.authorize(options));
  }

  async validateCluster(
    request: CreateClusterRequest,
    options: ComputeClustersServiceOptions,
  ) {
    return this.api.validateCluster(request, await this.authorize(options));
  }

  async listActivity(
    id: string,
    page: ListActivityQuery,
    options: ComputeClustersServiceOptions,
  ) {
    return this.api.listActivity(id, page, await this.authorize(options));
  }

  async getConnectToken(id: string, options: ComputeClustersServiceOptions) {
    return this.api.getConnectToken(id, await this.authorize(options));
  }

  async listNamespaces(options: ComputeClustersServiceOptions) {
    return this.api.listNamespaces(await this.authorize(options));
  }

  async listNodeTypes(options: ComputeClustersServiceOptions) {
    return this.api.listNodeTypes(await this.authorize(options));
  }

  async listVolumes(options: ComputeClustersServiceOptions) {
    return this.api.listVolumes(await this.authorize(options));
  }

  async listImages(options: ComputeClustersServiceOptions) {
    return this.api.listImages(await this.authorize(options));
  }

  async getMe(options: ComputeClustersServiceOptions) {
    return this.api.getMe(await this.authorize(options));
  }

  async getHealth(options: ComputeClustersServiceOptions) {
    return this.api.getHealth(await this.authorize(options));
  }

  private async authorize<T extends ComputeClustersServiceOptions>(
    options: T,
  ): Promise<Omit<T, 'credentials'> & ComputeClustersRequestOptions> {
    const { credentials, ...rest } = options;
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'compute-clusters',
    });
    return { ...rest, token };
  }
}
