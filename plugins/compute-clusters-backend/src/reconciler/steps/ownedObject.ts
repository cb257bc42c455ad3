import type { KubernetesObject } from '@kubernetes/client-node';
import { isKubernetesError } from '../../kubernetes/isKubernetesError';
import { KubernetesError } from '../../kubernetes/KubernetesError';
import {
  KubernetesGateway,
  ObjectRef,
} from '../../kubernetes/KubernetesGateway';
import { LABELS } from '../../kubernetes/objects';
import { StepRefused } from '../StepRefused';

/** Whether an object belongs to a compute cluster. */
export function belongsTo(object: KubernetesObject, clusterId: string) {
  return object.metadata?.labels?.[LABELS.clusterId] === clusterId;
}

/** How to find an object that we have built. */
export function refOf(object: KubernetesObject): ObjectRef {
  return {
    apiVersion: object.apiVersion ?? '',
    kind: object.kind ?? '',
    namespace: object.metadata?.namespace,
    name: object.metadata?.name ?? '',
  };
}

/**
 * Creates an object. Where there is one of that name already, it is read, and must carry the cluster's id.
 *
 * @returns the object that was in the way, which is the cluster's own; undefined if the new one was made
 * @throws StepRefused if the name belongs to somebody else
 */
export async function createOrRead<T extends KubernetesObject>(
  gateway: KubernetesGateway,
  object: T,
  clusterId: string,
): Promise<T | undefined> {
  try {
    await gateway.create(object);
    return undefined;
  } catch (error) {
    if (!isKubernetesError(error, 'AlreadyExists')) {
      throw error;
    }
    return await readOwned<T>(gateway, refOf(object), clusterId, error);
  }
}

async function readOwned<T extends KubernetesObject>(
  gateway: KubernetesGateway,
  ref: ObjectRef,
  clusterId: string,
  cause: KubernetesError,
): Promise<T> {
  const existing = await gateway.read<T>(ref);
  if (!existing) {
    throw new KubernetesError(
      'Conflict',
      `${ref.kind} '${ref.name}' was deleted while it was being made`,
      409,
      cause,
    );
  }
  if (!belongsTo(existing, clusterId)) {
    throw new StepRefused({
      reason: 'NameTaken',
      message: `A ${ref.kind} named '${ref.name}' that is not the cluster's is in namespace '${ref.namespace}'; it was not touched: rename or delete it, then restart the cluster.`,
    });
  }
  return existing;
}

/** Creates an object, or applies it over the cluster's own one. */
export async function createOrApply<T extends KubernetesObject>(
  gateway: KubernetesGateway,
  object: T,
  clusterId: string,
): Promise<void> {
  if (await createOrRead(gateway, object, clusterId)) {
    await gateway.apply(object);
  }
}
