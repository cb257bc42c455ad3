import { ResponseError } from '@backstage/errors';
import crossFetch from 'cross-fetch';
import {
  ComputeCluster,
  DefaultApiClient,
  RequestOptions,
  TypedResponse,
} from '../schema/openapi';
import { DiscoveryApi } from '../schema/openapi/generated/types/discovery';
import { FetchApi } from '../schema/openapi/generated/types/fetch';
import {
  CommandOptions,
  ComputeClustersRequestOptions,
} from './ComputeClustersApi';
import { clusterWithDates } from './realDates';
import { requestFetch } from './requestFetch';

/** One call of the generated client. */
type ApiCall<T> = (
  client: DefaultApiClient,
  auth: RequestOptions,
) => Promise<TypedResponse<T>>;

/** What start, restart, terminate and their like send. */
interface ClusterCommand {
  path: { id: string };
  header: CommandOptions;
}

/** The media type to answer with, where there is a choice. */
interface AcceptOption {
  accept?: string;
}

/** Where the API is, and how it is reached. */
export interface ApiRequestsOptions {
  discoveryApi: DiscoveryApi;
  fetchApi?: FetchApi;
}

/**
 * Sends requests by the generated client, and makes of their answers what callers expect: bodies with real dates, or an
 * error.
 */
export class ApiRequests {
  static create(options: ApiRequestsOptions): ApiRequests {
    return new ApiRequests(
      options.discoveryApi,
      options.fetchApi ?? { fetch: crossFetch },
    );
  }

  private constructor(
    private readonly discoveryApi: DiscoveryApi,
    private readonly fetchApi: FetchApi,
  ) {}

  /**
   * The answer as it comes.
   *
   * @throws ResponseError unless its status is of success
   */
  async open<T>(
    options: (ComputeClustersRequestOptions & AcceptOption) | undefined,
    call: ApiCall<T>,
  ): Promise<TypedResponse<T>> {
    const client = new DefaultApiClient({
      discoveryApi: this.discoveryApi,
      fetchApi: requestFetch(this.fetchApi, options),
    });
    const response = await call(client, { token: options?.token });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }

  /** The answer's body; times in it are texts. */
  async body<T>(
    options: ComputeClustersRequestOptions | undefined,
    call: ApiCall<T>,
  ): Promise<T> {
    const response = await this.open(options, call);
    return await response.json();
  }

  /** One page of a list, or a whole one, with items that `withDates` makes. */
  async list<Item, List extends { items: Item[] }>(
    options: ComputeClustersRequestOptions | undefined,
    withDates: (item: Item) => Item,
    call: ApiCall<List>,
  ): Promise<List> {
    const list = await this.body(options, call);
    return { ...list, items: list.items.map(withDates) };
  }

  /** A cluster, as most requests about one answer. */
  async cluster(
    options: ComputeClustersRequestOptions | undefined,
    call: ApiCall<ComputeCluster>,
  ): Promise<ComputeCluster> {
    return clusterWithDates(await this.body(options, call));
  }

  /** What a command makes of a cluster. */
  async command(
    id: string,
    options: ComputeClustersRequestOptions & CommandOptions,
    call: (
      client: DefaultApiClient,
      command: ClusterCommand,
      auth: RequestOptions,
    ) => Promise<TypedResponse<ComputeCluster>>,
  ): Promise<ComputeCluster> {
    const { ifMatch, idempotencyKey } = options;
    const command = { path: { id }, header: { ifMatch, idempotencyKey } };
    return await this.cluster(options, (client, auth) =>
      call(client, command, auth),
    );
  }
}
