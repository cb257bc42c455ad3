import {
  ComputeClusterSpec,
  SparkImage,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { V1Secret } from '@kubernetes/client-node';
import { ClusterRecord, PlatformStore } from '../database';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { ClusterObjectInput } from '../kubernetes/objects';
import { StepRefused } from './StepRefused';

/** Looks up what a run's specification names: node types, volume, image, values of secrets. */
export class ObjectInputs {
  static create(options: {
    platform: PlatformStore;
    images: SparkImage[];
    gateway: KubernetesGateway;
  }): ObjectInputs {
    return new ObjectInputs(options.platform, options.images, options.gateway);
  }

  private constructor(
    private readonly platform: PlatformStore,
    private readonly images: SparkImage[],
    private readonly gateway: KubernetesGateway,
  ) {}

  /**
   * What a run's objects are built from; the Connect token is left empty, since only the cluster's Secret holds it.
   *
   * @throws StepRefused if the specification names something that is no more
   */
  async of(cluster: ClusterRecord): Promise<ClusterObjectInput> {
    const { run } = cluster;
    if (!run) {
      throw invalid('The cluster has never been started; start it.');
    }
    const { spec } = run;
    const [driverNodeType, executorNodeType, volume, secretProperties] =
      await Promise.all([
        this.nodeType(spec.driver.nodeType),
        spec.executor ? this.nodeType(spec.executor.nodeType) : null,
        spec.executor?.volume ? this.volume(spec.executor.volume) : null,
        this.secretProperties(cluster.namespace, spec),
      ]);
    return {
      clusterId: cluster.id,
      name: cluster.name,
      namespace: cluster.namespace,
      run: { sequence: run.sequence },
      spec,
      driverNodeType,
      executorNodeType,
      volume,
      image: this.image(spec.image),
      connectToken: '',
      secretProperties,
    };
  }

  private async nodeType(name: string) {
    return found(
      await this.platform.getNodeType(name),
      `There is no node type '${name}' any more; choose another one, then restart the cluster.`,
    );
  }

  private async volume(name: string) {
    return found(
      await this.platform.getVolume(name),
      `There is no volume '${name}' any more; choose another one, then restart the cluster.`,
    );
  }

  private image(name: string | null): string {
    const image =
      name === null
        ? this.images.find(candidate => candidate.default) ?? this.images[0]
        : this.images.find(candidate => candidate.name === name);
    return found(
      image,
      `There is no image '${
        name ?? 'default'
      }' any more; choose another one, then restart the cluster.`,
    ).image;
  }

  private async secretProperties(
    namespace: string,
    spec: ComputeClusterSpec,
  ): Promise<Record<string, string>> {
    const entries = await Promise.all(
      spec.sparkConf.flatMap(({ name, secret }) =>
        secret?.ref
          ? [this.secretValue(namespace, secret.ref).then(v => [name, v])]
          : [],
      ),
    );
    return Object.fromEntries(entries);
  }

  private async secretValue(
    namespace: string,
    ref: { name: string; key: string },
  ): Promise<string> {
    const secret = await this.gateway.read<V1Secret>({
      apiVersion: 'v1',
      kind: 'Secret',
      namespace,
      name: ref.name,
    });
    const value = found(
      secret?.data?.[ref.key],
      `There is no key '${ref.key}' in a Secret '${ref.name}' of namespace '${namespace}'; create it, then restart the cluster.`,
    );
    return Buffer.from(value, 'base64').toString('utf8');
  }
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) {
    throw invalid(message);
  }
  return value;
}

function invalid(message: string): StepRefused {
  return new StepRefused({ reason: 'InvalidSpec', message });
}
