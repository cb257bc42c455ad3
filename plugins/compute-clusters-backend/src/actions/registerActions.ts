import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RequestDefaults } from '../router/withDefaults';
import { ComputeClusterService } from '../service/ComputeClusterService';
import { createCreateClusterAction } from './createCreateClusterAction';

/** Offers compute clusters to software templates and to agents, on the same service as the REST API. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  service: ComputeClusterService;
  defaults: RequestDefaults;
}): void {
  createCreateClusterAction(options);
}
