import { createAutomation } from './automation';
import { Base } from './base';
import { BackstageServices } from './BackstageServices';
import { EventCollector } from './events';
import { KubernetesConnection } from './kubernetes';
import { LeasedWork } from './leases';
import { LogArchiver } from './logs';
import { DesiredChangeListener } from './service';
import { UsageMeter } from './usage';

const BYTES_PER_MIB = 1024 * 1024;

/** What the backend with the lease of a Kubernetes cluster does there, besides reconciling. */
export function kubernetesWork(
  services: BackstageServices,
  base: Base,
  connection: KubernetesConnection,
  listeners: {
    onDesiredChange: DesiredChangeListener;
    /** Told when the store knows more of what has happened to a compute cluster. */
    onMoreKnown: (clusterId: string) => void;
  },
): LeasedWork[] {
  const { logger } = services;
  const { clock, kubernetesEvents } = base;
  const { onDesiredChange, onMoreKnown } = listeners;
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
    LogArchiver.create({
      connection,
      store: base.logArchives,
      clusters: base.store,
      clock,
      logger,
      maxBytes: base.config.logs.maxMiBPerPod * BYTES_PER_MIB,
      onCauseKept: onMoreKnown,
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
