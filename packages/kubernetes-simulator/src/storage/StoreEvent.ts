import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ResourceType } from '../resources/ResourceType';

/** One change of one object. */
export interface StoreEvent {
  change: 'ADDED' | 'MODIFIED' | 'DELETED';
  type: ResourceType;
  revision: number;
  object: KubernetesObject;
  /** The object before a modification. */
  previous?: KubernetesObject;
}
