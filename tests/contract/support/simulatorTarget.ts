import { KubernetesSimulator } from '@compute-clusters/kubernetes-simulator';
import { KubeConfig } from '@kubernetes/client-node';
import type { NamedTarget } from './Target';

function kubeConfigOf(simulator: KubernetesSimulator): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(simulator.kubeConfigYaml());
  return kubeConfig;
}

/** The embedded Kubernetes. */
export const simulatorTarget: NamedTarget = {
  name: 'the simulator',
  async start() {
    const simulator = await KubernetesSimulator.start();
    const strangers: KubernetesSimulator[] = [];
    return {
      kubeConfig: kubeConfigOf(simulator),
      async withoutRights() {
        // it knows no roles: another one, where all is forbidden, answers the same
        const stranger = await KubernetesSimulator.start();
        stranger.forbid({});
        strangers.push(stranger);
        return kubeConfigOf(stranger);
      },
      async stop() {
        await Promise.all(
          [simulator, ...strangers].map(running => running.stop()),
        );
      },
    };
  },
};
