import { Base } from './base';
import { BackstageServices } from './BackstageServices';
import { EventCollector } from './events';
import { KubernetesConnection } from './kubernetes';
import { LeasedWork } from './leases';

/** What the backend with the lease of a Kubernetes cluster does there, besides reconciling. */
export function kubernetesWork(
  services: BackstageServices,
  base: Base,
  connection: KubernetesConnection,
): LeasedWork[] {
  const { logger } = services;
  const { clock, kubernetesEvents } = base;
  return [
    EventCollector.create({
      connection,
      store: kubernetesEvents,
      namespaces: base.mappings
        .all()
        .filter(mapping => mapping.kubernetesCluster === connection.name)
        .map(({ name }) => name),
      clock,
      logger,
    }),
  ];
}
