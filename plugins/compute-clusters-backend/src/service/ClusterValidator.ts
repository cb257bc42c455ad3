import {
  checkQuota,
  checkReferences,
  clusterTotals,
  ComputeClusterSpec,
  costPerHour,
  createClusterRequestSchema,
  NamespaceQuota,
  NodeType,
  ParsedCreateClusterRequest,
  Problem,
  problemsOfZodError,
  SparkImage,
  ValidationResult,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord, ClusterStore, PlatformStore } from '../database';
import {
  NamespaceMapping,
  NamespaceMappings,
  toNamespaceKey,
  toQuotaLimits,
} from '../ownership';
import { checkStoredSecrets } from '../userSecrets';
import { InvalidClusterError } from './errors';
import { QuotaUse } from './ports';

/** Tells what is wrong with a wished-for cluster, before anything is stored. */
export class ClusterValidator {
  static create(options: {
    store: ClusterStore;
    platform: PlatformStore;
    images: SparkImage[];
    mappings: NamespaceMappings;
    quotaUse: QuotaUse;
  }): ClusterValidator {
    return new ClusterValidator(
      options.store,
      options.platform,
      options.images,
      options.mappings,
      options.quotaUse,
    );
  }

  private constructor(
    private readonly store: ClusterStore,
    private readonly platform: PlatformStore,
    private readonly images: SparkImage[],
    private readonly mappings: NamespaceMappings,
    private readonly quotaUse: QuotaUse,
  ) {}

  /** The verdict on a request of which nothing is known yet, with size, cost and quota as far as they can be told. */
  async validate(body: unknown): Promise<ValidationResult> {
    const parsed = createClusterRequestSchema.safeParse(body);
    if (!parsed.success) {
      const problems = problemsOfZodError(parsed.error);
      return { valid: false, problems, totals: null, cost: null, quota: null };
    }
    const { spec } = parsed.data;
    const mapping = this.mappings.locate(parsed.data);
    const nodeTypes = await this.platform.listNodeTypes();
    const problems = [
      ...(await this.nameProblems(parsed.data, mapping)),
      ...namespaceProblems(parsed.data, mapping),
      ...checkStoredSecrets(spec),
      ...(await this.specProblems(spec, mapping, nodeTypes)),
    ];
    return {
      valid: problems.length === 0,
      problems,
      totals: clusterTotals(spec, nodeTypes),
      cost: costPerHour(spec, nodeTypes),
      quota: mapping ? this.quotaOf(mapping) : null,
    };
  }

  /**
   * Checks all of a new cluster but its name, which only the store can reserve.
   *
   * @returns where it belongs
   * @throws InvalidClusterError
   */
  async requireValidCluster(
    cluster: ParsedCreateClusterRequest,
  ): Promise<NamespaceMapping> {
    const mapping = this.mappings.locate(cluster);
    const problems = [
      ...namespaceProblems(cluster, mapping),
      ...checkStoredSecrets(cluster.spec),
      ...(await this.specProblems(
        cluster.spec,
        mapping,
        await this.platform.listNodeTypes(),
      )),
    ];
    if (problems.length > 0 || !mapping) {
      throw new InvalidClusterError(problems);
    }
    return mapping;
  }

  /**
   * Checks a new specification of a stored cluster.
   *
   * @throws InvalidClusterError
   */
  async requireValidSpec(
    spec: ComputeClusterSpec,
    cluster: ClusterRecord,
  ): Promise<void> {
    const problems = [
      ...deploymentTypeProblems(spec, cluster),
      ...checkStoredSecrets(spec, cluster.spec),
      ...(await this.specProblems(
        spec,
        this.mappings.find(cluster),
        await this.platform.listNodeTypes(),
      )),
    ];
    if (problems.length > 0) {
      throw new InvalidClusterError(problems);
    }
  }

  /** What a namespace may use, and uses; null if nothing limits it. */
  quotaOf(mapping: NamespaceMapping): NamespaceQuota | null {
    return (
      (mapping.quota && {
        hard: toQuotaLimits(mapping.quota),
        used: this.quotaUse.of(mapping.kubernetesCluster, mapping.name),
      }) ??
      null
    );
  }

  private async specProblems(
    spec: ComputeClusterSpec,
    mapping: NamespaceMapping | undefined,
    nodeTypes: NodeType[],
  ): Promise<Problem[]> {
    const volumes = await this.platform.listVolumes();
    const { images } = this;
    const quota = mapping?.quota;
    return [
      ...checkReferences(spec, { nodeTypes, volumes, images }),
      ...(quota
        ? checkQuota(clusterTotals(spec, nodeTypes), toQuotaLimits(quota))
        : []),
    ];
  }

  private async nameProblems(
    { name }: ParsedCreateClusterRequest,
    mapping: NamespaceMapping | undefined,
  ): Promise<Problem[]> {
    const taken =
      mapping &&
      (await this.store.getByName({ ...toNamespaceKey(mapping), name }));
    if (!taken) {
      return [];
    }
    const message = `There is already a compute cluster ${name} in namespace ${mapping.name}.`;
    return [{ path: 'name', code: 'taken', message }];
  }
}

function namespaceProblems(
  { kubernetesCluster, namespace }: ParsedCreateClusterRequest,
  mapping: NamespaceMapping | undefined,
): Problem[] {
  if (mapping) {
    return [];
  }
  const where = kubernetesCluster
    ? ` of Kubernetes cluster ${kubernetesCluster}`
    : '';
  const message = `Namespace ${namespace}${where} is not mapped to any team. Choose one of your team's, or ask the platform team to map it.`;
  return [{ path: 'namespace', code: 'unknown', message }];
}

function deploymentTypeProblems(
  spec: ComputeClusterSpec,
  cluster: ClusterRecord,
): Problem[] {
  const { deploymentType } = cluster.spec;
  if (spec.deploymentType === deploymentType) {
    return [];
  }
  const message = `The deployment type stays ${deploymentType}; create another cluster for ${spec.deploymentType}.`;
  return [{ path: 'spec.deploymentType', code: 'immutable', message }];
}
