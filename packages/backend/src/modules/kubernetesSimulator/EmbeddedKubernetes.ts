import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { KubernetesSimulator } from '@compute-clusters/kubernetes-simulator';
import { KubeConfig } from '@kubernetes/client-node';

/** The Kubernetes that runs inside the demo portal's process. */
export class EmbeddedKubernetes {
  /** Starts it when a configured Kubernetes cluster asks for it; it refuses production by itself. */
  static async fromConfig(options: {
    config: RootConfigService;
    logger: LoggerService;
  }): Promise<EmbeddedKubernetes | undefined> {
    const { config, logger } = options;
    if (!isAskedFor(config)) {
      return undefined;
    }
    const simulator = await KubernetesSimulator.start({
      port: 0,
      // executors come and go, as if people worked
      workload: 'demo',
      stateFile: config.getOptionalString('kubernetesSimulator.stateFile'),
    });
    logger.info(`The embedded Kubernetes listens on ${simulator.url}`);
    return new EmbeddedKubernetes(simulator);
  }

  private constructor(private readonly simulator: KubernetesSimulator) {}

  /** How to reach it. */
  async kubeConfig(): Promise<KubeConfig> {
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromString(this.simulator.kubeConfigYaml());
    return kubeConfig;
  }

  /** Saves its state and stops it. */
  async stop(): Promise<void> {
    await this.simulator.stop();
  }
}

function isAskedFor(config: RootConfigService): boolean {
  const clusters =
    config.getOptionalConfigArray('computeClusters.kubernetes.clusters') ?? [];
  return clusters.some(cluster => cluster.getOptionalBoolean('simulator'));
}
