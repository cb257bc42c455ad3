import { Base } from './base';
import { AddRoutes } from './router';
import { eventRoutes } from './router/eventRoutes';
import { ClusterGate } from './service';

/** The routes of the parts of the product that have their own; each asks the gate. */
export function featureRoutes(base: Base, gate: ClusterGate): AddRoutes[] {
  return [eventRoutes({ gate, store: base.kubernetesEvents })];
}
