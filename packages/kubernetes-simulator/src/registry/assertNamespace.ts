import type { ObjectDraft } from '../objects/KubernetesObject';
import type { ResourceType } from '../resources/ResourceType';
import { NAMESPACES } from '../resources/resourceTypes';
import { forbidden, notFound } from '../status';
import type { ObjectStore } from '../storage/ObjectStore';

/**
 * Nothing is created in a namespace that is absent or on its way out.
 *
 * @throws StatusError 404, 403
 */
export function assertNamespace(
  store: ObjectStore,
  type: ResourceType,
  draft: ObjectDraft,
): void {
  if (!type.namespaced) return;
  const name = draft.metadata.namespace ?? '';
  const namespace = store.get(NAMESPACES, undefined, name);
  if (!namespace) throw notFound(NAMESPACES, name);
  if (namespace.metadata.deletionTimestamp) {
    const message = `namespace ${name} is being terminated`;
    throw forbidden(
      type,
      draft.metadata.name ?? draft.metadata.generateName ?? '',
      `unable to create new content in namespace ${name} because it is being terminated`,
      [
        {
          reason: 'NamespaceTerminating',
          message,
          field: 'metadata.namespace',
        },
      ],
    );
  }
}
