import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { computeClustersServiceRef } from '@compute-clusters/backstage-plugin-compute-clusters-node';
import { ComputeClusterEntityProvider } from '../provider/ComputeClusterEntityProvider';
import { readSchedule } from '../provider/readSchedule';

/**
 * Adds compute clusters to the catalog.
 *
 * @public
 */
export const catalogModuleComputeClusters = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'compute-clusters',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        clusters: computeClustersServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, scheduler, ...deps }) {
        const taskRunner = scheduler.createScheduledTaskRunner(
          readSchedule(deps.config),
        );
        catalog.addEntityProvider(
          ComputeClusterEntityProvider.create({ ...deps, taskRunner }),
        );
      },
    });
  },
});
