import { Base } from './base';
import { AddRoutes } from './router';
import { eventRoutes } from './router/eventRoutes';
import { usageRoutes } from './router/usageRoutes';
import { ClusterGate } from './service';
import { UsageReader } from './usage';

/** The routes of the parts of the product that have their own; each asks the gate. */
export function featureRoutes(base: Base, gate: ClusterGate): AddRoutes[] {
  const { clock } = base;
  return [
    eventRoutes({ gate, store: base.kubernetesEvents }),
    usageRoutes({
      gate,
      reader: UsageReader.create({ store: base.usage, clock }),
      clock,
    }),
  ];
}
