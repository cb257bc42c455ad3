import { Base } from './base';
import { BackstageServices } from './BackstageServices';
import { KubernetesConnection } from './kubernetes';
import { LeasedWork } from './leases';

/** What the backend with the lease of a Kubernetes cluster does there, besides reconciling. */
export function kubernetesWork(
  _services: BackstageServices,
  _base: Base,
  _connection: KubernetesConnection,
): LeasedWork[] {
  return [];
}
