import {
  specSchema,
  type Activity,
  type ComputeCluster,
  type ComputeClusterPage,
  type ComputeClustersApi,
  type ConfigureClusterRequest,
  type CreateClusterRequest,
  type Health,
  type ListClustersQuery,
  type Me,
  type Namespace,
  type ClusterLocation,
  type ClusterStatus,
  type SparkImage,
  type ValidationResult,
  type Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { FakeClusterDetails } from './FakeClusterDetails';
import { aCluster, aStatus, DATA_ENG, NODE_TYPES } from './fixtures';
import { refusal } from './refusal';

/** The backend as the pages see it: it keeps clusters, answers from them and notes the calls that change something. */
export class FakeComputeClusters
  extends FakeClusterDetails
  implements ComputeClustersApi
{
  readonly calls: string[] = [];
  /** What was asked for, by create and configure. */
  readonly requests: (CreateClusterRequest | ConfigureClusterRequest)[] = [];
  readonly idempotencyKeys: (string | undefined)[] = [];
  readonly queries: ListClustersQuery[] = [];
  namespaces: Namespace[] = [DATA_ENG];
  images: SparkImage[] = [];
  volumes: Volume[] = [];
  me: Me = {
    userEntityRef: 'user:default/data-engineer',
    ownershipEntityRefs: ['group:default/data-engineering'],
    admin: false,
    canCreate: true,
  };
  health: Health = {
    kubernetesClusters: [
      {
        name: 'demo',
        reachable: true,
        answeredAt: new Date(),
        simulated: false,
        message: null,
      },
    ],
  };
  activities: Activity[] = [];
  pageInfo: ComputeClusterPage['pageInfo'] = {
    nextCursor: null,
    prevCursor: null,
  };
  /** What the next change or read fails with, once. */
  nextError: Promise<Error> | undefined;
  private readonly clusters = new Map<string, ComputeCluster>();

  private constructor() {
    super();
  }

  static create(...clusters: ComputeCluster[]): FakeComputeClusters {
    const fake = new FakeComputeClusters();
    clusters.forEach(cluster => fake.clusters.set(cluster.id, cluster));
    return fake;
  }

  /** What the reconciler would write. */
  observe(name: string, status: Partial<ClusterStatus>): ComputeCluster {
    const cluster = this.named(name);
    return this.put({ ...cluster, status: aStatus(status) });
  }

  /** Somebody else deletes the cluster. */
  vanish(name: string): ComputeCluster {
    const cluster = this.named(name);
    this.clusters.delete(cluster.id);
    return cluster;
  }

  async listClusters(
    query: ListClustersQuery = {},
  ): Promise<ComputeClusterPage> {
    await this.fail();
    this.queries.push(query);
    const { state, limit = 50 } = query;
    const matching = [...this.clusters.values()].filter(matches(query));
    const items = matching.filter(
      ({ status }) => !state || state.includes(status.state),
    );
    return {
      items: items.slice(0, limit),
      totalItems: items.length,
      stateCounts: countStates(matching),
      pageInfo: this.pageInfo,
    };
  }

  async getCluster(id: string): Promise<ComputeCluster> {
    await this.fail();
    const cluster = this.clusters.get(id);
    if (!cluster) throw await refusal(404, 'No such compute cluster');
    return cluster;
  }

  async getClusterByName(location: ClusterLocation): Promise<ComputeCluster> {
    await this.fail();
    const cluster = [...this.clusters.values()].find(
      each =>
        each.name === location.name && each.namespace === location.namespace,
    );
    if (!cluster) throw await refusal(404, 'No such compute cluster');
    return cluster;
  }

  async createCluster(
    request: CreateClusterRequest,
    options?: { idempotencyKey?: string },
  ): Promise<ComputeCluster> {
    this.calls.push(`create ${request.namespace}/${request.name}`);
    this.requests.push(request);
    this.idempotencyKeys.push(options?.idempotencyKey);
    await this.fail();
    const { spec, name, namespace } = request;
    const status = aStatus({ state: 'STARTING', reason: 'Scheduling' });
    return this.put(
      aCluster({ name, namespace, spec: specSchema.parse(spec), status }),
    );
  }

  async configureCluster(
    id: string,
    request: ConfigureClusterRequest,
    options?: { ifMatch?: string },
  ): Promise<ComputeCluster> {
    const cluster = await this.getCluster(id);
    this.calls.push(`configure ${cluster.name} ${options?.ifMatch}`);
    this.requests.push(request);
    return this.configured(cluster, {
      description: request.description ?? cluster.description,
      spec: specSchema.parse(request.spec),
    });
  }

  /** Somebody else configures the cluster. */
  configuredElsewhere(name: string): ComputeCluster {
    return this.configured(this.named(name), { description: 'By others' });
  }

  private configured(
    cluster: ComputeCluster,
    changes: Partial<ComputeCluster>,
  ): ComputeCluster {
    const generation = cluster.generation + 1;
    return this.put({ ...cluster, ...changes, generation });
  }

  startCluster(id: string) {
    return this.command('start', id, { state: 'STARTING' });
  }

  restartCluster(id: string) {
    return this.command('restart', id, { state: 'STARTING' });
  }

  terminateCluster(id: string) {
    return this.command('terminate', id, { state: 'STOPPING' });
  }

  deleteCluster(id: string) {
    return this.command('delete', id, { state: 'DELETING' });
  }

  keepClusterRunning(id: string) {
    return this.command('keep-running', id, { automaticStop: null });
  }

  giveUpPods(id: string) {
    return this.command('give-up-pods', id, { state: 'STARTING' });
  }

  async validateCluster(): Promise<ValidationResult> {
    return { valid: true, problems: [], totals: null, cost: null, quota: null };
  }

  async listActivity() {
    return {
      items: this.activities,
      totalItems: this.activities.length,
      pageInfo: { nextCursor: null, prevCursor: null },
    };
  }

  listNamespaces = async () => ({ items: this.namespaces });
  listNodeTypes = async () => ({ items: NODE_TYPES });
  listVolumes = async () => ({ items: this.volumes });
  listImages = async () => ({ items: this.images });
  getMe = async () => this.me;
  getHealth = async () => this.health;

  private async command(
    command: string,
    id: string,
    status: Partial<ClusterStatus>,
  ): Promise<ComputeCluster> {
    const cluster = await this.getCluster(id);
    this.calls.push(`${command} ${cluster.name}`);
    return this.put({ ...cluster, status: aStatus(status) });
  }

  private async fail() {
    const error = this.nextError;
    this.nextError = undefined;
    if (error) throw await error;
  }

  private named(name: string): ComputeCluster {
    const found = [...this.clusters.values()].find(each => each.name === name);
    if (!found) throw new Error(`The test has no cluster ${name}`);
    return found;
  }

  private put(cluster: ComputeCluster): ComputeCluster {
    this.clusters.set(cluster.id, cluster);
    return cluster;
  }
}

/** What the other filters than the state ask for. */
function matches(query: ListClustersQuery) {
  const { id, namespace, nodeType, tag, text = '', owner } = query;
  return (each: ComputeCluster): boolean => {
    const { driver, executor, tags } = each.spec;
    const has = Object.entries(tags).flatMap(([k, v]) => [k, `${k}=${v}`]);
    return (
      (!id || id.includes(each.id)) &&
      (!namespace || namespace.includes(each.namespace)) &&
      (!nodeType ||
        nodeType.includes(driver.nodeType) ||
        nodeType.includes(executor?.nodeType ?? '')) &&
      (!tag || tag.every(wanted => has.includes(wanted))) &&
      (!owner || owner.includes(each.ownerRef ?? '')) &&
      each.name.includes(text)
    );
  };
}

function countStates(clusters: ComputeCluster[]) {
  const counts: Record<string, number> = {};
  for (const { status } of clusters) {
    counts[status.state] = (counts[status.state] ?? 0) + 1;
  }
  return counts;
}
