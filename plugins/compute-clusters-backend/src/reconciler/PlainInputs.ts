import {
  ComputeClusterSpec,
  SparkImage,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord, PlatformStore } from '../database';
import { ClusterObjectInput, Exposure } from '../kubernetes/objects';
import { invalidSpec } from './StepRefused';

/** Looks up what a specification names on the platform: node types, volume, image. It asks Kubernetes nothing. */
export class PlainInputs {
  static create(options: {
    platform: PlatformStore;
    images: SparkImage[];
    exposure: Exposure;
  }): PlainInputs {
    const { platform, images, exposure } = options;
    return new PlainInputs(platform, images, exposure);
  }

  private constructor(
    private readonly platform: PlatformStore,
    private readonly images: SparkImage[],
    private readonly exposure: Exposure,
  ) {}

  /**
   * What a cluster's objects are built from, without what is secret: no Connect token, no values out of Secrets.
   *
   * @throws StepRefused if the specification names something that is no more
   */
  async of(
    cluster: Pick<ClusterRecord, 'id' | 'name' | 'namespace'>,
    spec: ComputeClusterSpec,
    run: { sequence: number },
  ): Promise<ClusterObjectInput> {
    const [driverNodeType, executorNodeType, volume] = await Promise.all([
      this.nodeType(spec.driver.nodeType),
      spec.executor ? this.nodeType(spec.executor.nodeType) : null,
      spec.executor?.volume ? this.volume(spec.executor.volume) : null,
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
      exposure: this.exposure,
      connectToken: '',
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
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) {
    throw invalidSpec(message);
  }
  return value;
}
