import { timestamp } from '../clock/timestamp';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { hasEnded, isPod } from '../objects/Pod';
import type { ResourceType } from '../resources/ResourceType';
import { preconditionFailed } from '../status';

/** What becomes of the objects that the deleted one owns. */
export type PropagationPolicy = 'Background' | 'Foreground' | 'Orphan';

/** How an object is deleted. */
export interface DeleteOptions {
  uid?: string;
  resourceVersion?: string;
  propagationPolicy?: PropagationPolicy;
  gracePeriodSeconds?: number;
  dryRun?: boolean;
}

/** Holds an owner until the garbage collector has deleted what it owns. */
export const FOREGROUND_FINALIZER = 'foregroundDeletion';
/** Holds an owner until the garbage collector has released what it owns. */
export const ORPHAN_FINALIZER = 'orphan';

/** @throws StatusError 409 */
export function assertPreconditions(
  type: ResourceType,
  live: KubernetesObject,
  { uid, resourceVersion }: DeleteOptions,
): void {
  const { metadata } = live;
  if (uid !== undefined && uid !== metadata.uid) {
    throw preconditionFailed(type, metadata.name, 'UID', uid, metadata.uid);
  }
  const version = metadata.resourceVersion;
  if (resourceVersion !== undefined && resourceVersion !== version) {
    throw preconditionFailed(
      type,
      metadata.name,
      'ResourceVersion',
      resourceVersion,
      version,
    );
  }
}

function finalizerOf(
  type: ResourceType,
  policy: PropagationPolicy | undefined,
): string | undefined {
  // Jobs keep their pods by default, for compatibility with old clients: so does Kubernetes.
  const effective = policy ?? (type.kind === 'Job' ? 'Orphan' : 'Background');
  if (effective === 'Foreground') return FOREGROUND_FINALIZER;
  return effective === 'Orphan' ? ORPHAN_FINALIZER : undefined;
}

function graceOf(object: KubernetesObject, wanted: number | undefined): number {
  if (!isPod(object)) return 0;
  if (!object.spec.nodeName || hasEnded(object)) return 0;
  return wanted ?? object.spec.terminationGracePeriodSeconds ?? 30;
}

/** The object as it is once its deletion is asked for. */
export function markDeleted(
  type: ResourceType,
  live: KubernetesObject,
  options: DeleteOptions,
  now: Date,
): KubernetesObject {
  const { metadata } = live;
  const grace = Math.min(
    graceOf(live, options.gracePeriodSeconds),
    metadata.deletionGracePeriodSeconds ?? Number.MAX_SAFE_INTEGER,
  );
  const finalizer = finalizerOf(type, options.propagationPolicy);
  const present = metadata.finalizers ?? [];
  const others = present.filter(
    name => name !== FOREGROUND_FINALIZER && name !== ORPHAN_FINALIZER,
  );
  // A repeated delete without a policy does not change an earlier one's.
  const keep =
    options.propagationPolicy === undefined && metadata.deletionTimestamp;
  const finalizers = keep
    ? present
    : [...others, ...(finalizer ? [finalizer] : [])];
  const end = timestamp(new Date(now.getTime() + grace * 1000));
  return {
    ...live,
    metadata: {
      ...metadata,
      ...(metadata.finalizers || finalizers.length ? { finalizers } : {}),
      deletionTimestamp: metadata.deletionTimestamp ?? end,
      deletionGracePeriodSeconds: grace,
    },
  };
}

/** Whether a deleted object is held by nothing any longer. */
export function isFinished(
  type: ResourceType,
  object: KubernetesObject,
): boolean {
  const { metadata } = object;
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.finalizers ?? []).length === 0 &&
    (metadata.deletionGracePeriodSeconds ?? 0) === 0 &&
    // The namespace controller removes a namespace once it is empty.
    type.kind !== 'Namespace'
  );
}
