import { ConflictError } from '@backstage/errors';
import { EffectiveConfiguration } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ComputeClustersConfig, exposureOf } from '../config';
import { ClusterRecord, ClusterStore, PlatformStore } from '../database';
import { PlainInputs, StepRefused } from '../reconciler';
import { ClusterNotFoundError } from '../service';
import { effectiveConfiguration } from './effectiveConfiguration';

/** Tells what clusters run with. Asks Kubernetes nothing. */
export class ConfigurationReader {
  static create(options: {
    store: ClusterStore;
    platform: PlatformStore;
    config: Pick<ComputeClustersConfig, 'images' | 'exposure' | 'kubernetes'>;
  }): ConfigurationReader {
    const { store, platform, config } = options;
    return new ConfigurationReader(store, platform, config);
  }

  private constructor(
    private readonly store: ClusterStore,
    private readonly platform: PlatformStore,
    private readonly config: Pick<
      ComputeClustersConfig,
      'images' | 'exposure' | 'kubernetes'
    >,
  ) {}

  /**
   * Of the run while one is on, else of what is saved for the next.
   *
   * @throws ClusterNotFoundError, or ConflictError if the specification names something that is no more
   */
  async read(id: string): Promise<EffectiveConfiguration> {
    const cluster = await this.store.get(id);
    if (!cluster) {
      throw new ClusterNotFoundError();
    }
    const { spec, sequence } = shownRun(cluster);
    const inputs = PlainInputs.create({
      platform: this.platform,
      images: this.config.images,
      exposure: exposureOf(this.config, cluster.kubernetesCluster),
    });
    try {
      const input = await inputs.of(cluster, spec, { sequence });
      return effectiveConfiguration(input);
    } catch (error) {
      throw error instanceof StepRefused
        ? new ConflictError(error.finding.message)
        : error;
    }
  }
}

function shownRun({ run, power, spec }: ClusterRecord) {
  const isOn = power === 'on' && run && !run.endedAt;
  return isOn ? run : { spec, sequence: (run?.sequence ?? 0) + 1 };
}
