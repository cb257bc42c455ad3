import { Base } from './base';
import { AddRoutes } from './router';
import { ClusterGate } from './service';

/** The routes of the parts of the product that have their own; each asks the gate. */
export function featureRoutes(_base: Base, _gate: ClusterGate): AddRoutes[] {
  return [];
}
