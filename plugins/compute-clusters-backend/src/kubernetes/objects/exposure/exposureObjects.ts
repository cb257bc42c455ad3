import type { KubernetesObject } from '@kubernetes/client-node';
import { ClusterObjectInput } from '../ClusterObjectInput';
import { ServiceOwner } from './exposedObject';
import { externalService } from './externalService';
import { gatewayRoutes } from './gatewayRoutes';
import { ingresses } from './ingresses';

/** What makes a cluster reachable from outside of Kubernetes; nothing, if it is not. */
export function exposureObjects(
  input: ClusterObjectInput,
  owner: ServiceOwner,
): KubernetesObject[] {
  switch (input.exposure.type) {
    case 'loadBalancer':
      return [externalService(input, owner)];
    case 'ingress':
      return ingresses(input, owner);
    case 'gateway':
      return gatewayRoutes(input, owner);
    default:
      return [];
  }
}

/** Which objects those are, in text; empty if there is none. */
export function exposedAs(input: ClusterObjectInput): string {
  return exposureObjects(input, { uid: '' })
    .map(({ kind, metadata }) => `${kind}/${metadata?.name}`)
    .join(',');
}
