import { V1Namespace } from '@kubernetes/client-node';
import { managedLabels } from './labels';

/** A namespace, where the configuration says that the portal makes them. */
export function namespaceObject(name: string): V1Namespace {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: managedLabels() },
  };
}
