import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  kubernetesSimulatorExtensionPoint,
  namespaceMappingsExtensionPoint,
} from '@compute-clusters/backstage-plugin-compute-clusters-node';
import { startComputeClusters } from './startComputeClusters';
import { Extensions } from './Extensions';

/**
 * Compute clusters: their API, and what keeps them as they are wanted on Kubernetes.
 *
 * @public
 */
export const computeClustersPlugin = createBackendPlugin({
  pluginId: 'compute-clusters',
  register(env) {
    const extensions = Extensions.create();
    env.registerExtensionPoint(kubernetesSimulatorExtensionPoint, extensions);
    env.registerExtensionPoint(namespaceMappingsExtensionPoint, extensions);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        await startComputeClusters(services, extensions);
      },
    });
  },
});
