import { Base } from './base';
import { ClusterLogs } from './logs';
import { AddRoutes } from './router';
import { eventRoutes } from './router/eventRoutes';
import { logRoutes } from './router/logRoutes';
import { usageRoutes } from './router/usageRoutes';
import { ClusterGate } from './service';
import { UsageReader } from './usage';

/** The routes of the parts of the product that have their own; each asks the gate. */
export function featureRoutes(base: Base, gate: ClusterGate): AddRoutes[] {
  const { clock } = base;
  return [
    eventRoutes({ gate, store: base.kubernetesEvents }),
    logRoutes({
      gate,
      logs: ClusterLogs.create({ ...base, archives: base.logArchives }),
      clock,
    }),
    usageRoutes({
      gate,
      reader: UsageReader.create({ store: base.usage, clock }),
      clock,
    }),
  ];
}
