import { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesSimulatorProvider } from '@compute-clusters/backstage-plugin-compute-clusters-node';
import { Clock } from '../clock';
import { ComputeClustersConfig } from '../config';
import { NamespaceKey } from '../database';
import { NamespaceMappings } from '../ownership';
import { KubernetesConnection } from './KubernetesConnection';
import { KubernetesConnections } from './KubernetesConnections';
import { loadKubeConfig } from './loadKubeConfig';
import { RequestListener } from './RequestListener';

/** Makes a connection for each configured Kubernetes cluster; asks none of them anything. */
export async function openConnections(options: {
  config: Pick<ComputeClustersConfig, 'kubernetes'>;
  mappings: NamespaceMappings;
  /** Where there are clusters: those whose mapping was taken out run on. */
  inUse: NamespaceKey[];
  simulator?: KubernetesSimulatorProvider;
  clock: Clock;
  logger: LoggerService;
  /** Gives who is told of the requests to a Kubernetes cluster. */
  listenerFor?: (kubernetesCluster: string) => RequestListener;
}): Promise<KubernetesConnections> {
  const { config, mappings, inUse, simulator, clock, logger, listenerFor } =
    options;
  const connections = config.kubernetes.clusters.map(async cluster =>
    KubernetesConnection.create({
      name: cluster.name,
      kubeConfig: await loadKubeConfig(cluster, simulator),
      simulated: cluster.simulator ?? false,
      clock,
      logger: logger.child({ kubernetesCluster: cluster.name }),
      namespaces: mappings
        .all()
        .filter(({ kubernetesCluster }) => kubernetesCluster === cluster.name)
        .map(({ name }) => name),
      formerNamespaces: inUse
        .filter(
          key => key.kubernetesCluster === cluster.name && !mappings.find(key),
        )
        .map(({ namespace }) => namespace),
      onRequest: listenerFor?.(cluster.name),
    }),
  );
  return KubernetesConnections.create(await Promise.all(connections));
}
