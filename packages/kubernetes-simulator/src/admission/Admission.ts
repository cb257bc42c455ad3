import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ResourceType } from '../resources/ResourceType';
import type { ObjectStore } from '../storage/ObjectStore';

/**
 * Looks at an object before it is created, and may change it.
 *
 * @throws StatusError to refuse it
 */
export type Admission = (
  type: ResourceType,
  object: KubernetesObject,
  store: ObjectStore,
) => KubernetesObject;
