import { createAutomation } from './automation';
import { Base } from './base';
import { BackstageServices } from './BackstageServices';
import { EventCollector } from './events';
import { KubernetesConnection } from './kubernetes';
import { LeasedWork } from './leases';
import { DesiredChangeListener } from './service';
import { UsageMeter } from './usage';

/** What the backend with the lease of a Kubernetes cluster does there, besides reconciling. */
export function kubernetesWork(
  services: BackstageServices,
  base: Base,
  connection: KubernetesConnection,
  onDesiredChange: DesiredChangeListener,
): LeasedWork[] {
  const { logger } = services;
  const { clock, kubernetesEvents } = base;
  return [
    createAutomation({ services, base, connection, onDesiredChange }),
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
    UsageMeter.create({
      ...base,
      connection,
      store: base.usage,
      holder: base.origin,
      logger,
    }),
  ];
}
