import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { kubernetesSimulatorExtensionPoint } from '@compute-clusters/backstage-plugin-compute-clusters-node';
import { EmbeddedKubernetes } from './EmbeddedKubernetes';

/** Runs the embedded Kubernetes of the demo portal and tells the plugin where it is. */
export const computeClustersModuleKubernetesSimulator = createBackendModule({
  pluginId: 'compute-clusters',
  moduleId: 'kubernetes-simulator',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        simulators: kubernetesSimulatorExtensionPoint,
      },
      async init({ config, lifecycle, logger, simulators }) {
        const kubernetes = await EmbeddedKubernetes.fromConfig({
          config,
          logger,
        });
        if (kubernetes) {
          simulators.setSimulator(kubernetes);
          lifecycle.addShutdownHook(() => kubernetes.stop());
        }
      },
    });
  },
});
