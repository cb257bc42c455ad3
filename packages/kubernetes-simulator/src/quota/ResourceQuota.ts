import type { KubernetesObject } from '../objects/KubernetesObject';
import type { Quantities } from '../objects/Pod';

/** A bound on what a namespace uses. */
export type ResourceQuota = KubernetesObject & {
  kind: 'ResourceQuota';
  spec: { hard?: Quantities };
  status: { hard?: Quantities; used?: Quantities };
};

/** Whether an object is a ResourceQuota. */
export function isResourceQuota(
  object: KubernetesObject,
): object is ResourceQuota {
  return object.kind === 'ResourceQuota' && object.spec !== undefined;
}
