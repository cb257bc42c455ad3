import { NamespaceKey } from '../database';
import { NamespaceMapping } from './NamespaceMapping';

/** The namespace that a mapping is about. */
export function toNamespaceKey(mapping: NamespaceMapping): NamespaceKey {
  return {
    kubernetesCluster: mapping.kubernetesCluster,
    namespace: mapping.name,
  };
}
