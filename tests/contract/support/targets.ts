import { kubernetesTarget } from './kubernetesTarget';
import { simulatorTarget } from './simulatorTarget';
import type { NamedTarget } from './Target';

/**
 * Always the simulator; a real Kubernetes only when the suite is asked for by name (`yarn test:kubernetes`), since a
 * developer's KUBECONFIG may lead anywhere.
 */
export const targets: [name: string, target: NamedTarget][] = [
  simulatorTarget,
  ...(process.env.TEST_SUITE === 'contract' ? [kubernetesTarget] : []),
].map(target => [target.name, target]);
